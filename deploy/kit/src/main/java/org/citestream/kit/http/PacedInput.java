package org.citestream.kit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body whose sender must keep up a minimum rate. Only time spent waiting for bytes counts, not the processing in
 * between. A read that gets nothing at all is ended by the server's own limit. For one thread.
 */
public final class PacedInput extends FilterInputStream {

    private final long graceNanos;
    private final double leastPerNano;
    private final LongSupplier nanos;
    private long waited;
    private long bytes;
    private boolean slow;

    /**
     * @param grace time to wait on top of the pace
     * @param leastPace bytes a second
     */
    public PacedInput(InputStream body, Duration grace, long leastPace) {
        this(body, grace, leastPace, System::nanoTime);
    }

    PacedInput(InputStream body, Duration grace, long leastPace, LongSupplier nanos) {
        super(body);
        this.graceNanos = grace.toNanos();
        this.leastPerNano = (double) leastPace / Duration.ofSeconds(1).toNanos();
        this.nanos = nanos;
    }

    /** @throws SlowSenderException if the sender is behind */
    @Override
    public int read() throws IOException {
        long began = nanos.getAsLong();
        int one = in.read();
        count(began, one < 0 ? one : 1);
        return one;
    }

    /** @throws SlowSenderException if the sender is behind */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        long began = nanos.getAsLong();
        int got = in.read(target, offset, length);
        count(began, got);
        return got;
    }

    /** @throws SlowSenderException if the sender is behind */
    @Override
    public long skip(long most) throws IOException {
        long began = nanos.getAsLong();
        long passed = in.skip(most);
        count(began, passed);
        return passed;
    }

    /** Leaves a slow sender's rest unread: the server's own stream would wait for it, however long that takes. */
    @Override
    public void close() throws IOException {
        if (!slow) {
            super.close();
        }
    }

    private void count(long began, long got) throws SlowSenderException {
        waited += nanos.getAsLong() - began;
        bytes += Math.max(0, got);
        // Once everything has arrived, the sender is no longer too slow.
        if (got >= 0 && waited - graceNanos > bytes / leastPerNano) {
            slow = true;
            throw new SlowSenderException(bytes, Duration.ofNanos(waited).toSeconds());
        }
    }
}
