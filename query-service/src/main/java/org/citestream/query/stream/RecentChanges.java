package org.citestream.query.stream;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The newest changes with their frames, by sequence number. One thread adds, any thread may read. */
final class RecentChanges {

    private final AtomicReferenceArray<Frame> ring;
    private volatile long last;

    RecentChanges(int size) {
        this.ring = new AtomicReferenceArray<>(size);
    }

    void add(List<Frame> frames) {
        for (Frame frame : frames) {
            ring.set(slot(frame.sequence()), frame);
        }
        last = frames.get(frames.size() - 1).sequence();
    }

    /** Sets the position reached before anything was added. */
    void startAt(long sequence) {
        last = Math.max(last, sequence);
    }

    /** The greatest sequence number added; 0 if none. */
    long last() {
        return last;
    }

    /** The change with this number, or null if it is no longer, or not yet, here. */
    Frame get(long sequence) {
        Frame frame = ring.get(slot(sequence));
        return frame != null && frame.sequence() == sequence ? frame : null;
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length());
    }
}
