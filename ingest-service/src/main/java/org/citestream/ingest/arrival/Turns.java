package org.citestream.ingest.arrival;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many in at once, in the order in which they came. Thread-safe. */
final class Turns {
    private final Semaphore free;
    private final Duration patience;
    private final String full;

    /**
     * @param patience how long one waits for a turn
     * @param full what it means that none came, with the setting to change
     */
    Turns(int most, Duration patience, String full) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
        this.full = most + full;
    }

    /**
     * Waits for a turn, which is held until {@link #release}.
     *
     * @throws BusyException if none came in time
     */
    void take() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(full);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException("The service is stopping.");
        }
    }

    void release() {
        free.release();
    }
}
