package org.citestream.ingest.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that arriving articles share. It is reserved before a file is read; a file that gets none waits on disk
 * instead, so that nobody is refused for it. Thread-safe.
 */
@ApplicationScoped
public class MemoryBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    public MemoryBudget(ArrivalSettings settings) {
        this.most = settings.memoryAtOnce().asLongValue();
    }

    /** Reserves this many bytes if available. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken. */
    long taken() {
        return taken.get();
    }
}
