package org.citestream.query.change;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A named thread that repeats a step: at once while there is more to do, else when woken or after a while. Failures are
 * tried again, for a step leaves nothing half done. {@link #wake()} and {@link #stop()} may be called by any thread.
 */
public final class Follower implements Runnable {

    private static final Logger LOG = Logger.getLogger(Follower.class);

    /** Does a piece of work; returns how long to sleep if nobody wakes it, zero for not at all. */
    public interface Step {

        Duration run() throws SQLException, InterruptedException;

        /** Called after a failure and at the end. */
        default void release() {}
    }

    private final Step step;
    private final Duration backoff;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile String trouble;

    public Follower(String name, Step step, Duration backoff) {
        this.step = step;
        this.backoff = backoff;
        this.thread = new Thread(this, name);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        signal.release();
    }

    public void stop() throws InterruptedException {
        running = false;
        wake();
        thread.join();
    }

    public boolean isAlive() {
        return !running || thread.isAlive();
    }

    /** What it is waiting for after a failure, or null. */
    String trouble() {
        return trouble;
    }

    @Override
    public void run() {
        try {
            while (running) {
                sleep(once());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            step.release();
        }
    }

    private Duration once() throws InterruptedException {
        try {
            Duration pause = step.run();
            trouble = null;
            return pause;
        } catch (SQLException | RuntimeException failure) {
            trouble = failure.getMessage();
            LOG.warnf(failure, "%s tries again in %d ms", thread.getName(), backoff.toMillis());
            step.release();
            return backoff;
        }
    }

    private void sleep(Duration pause) throws InterruptedException {
        if (running && !pause.isZero() && signal.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }
}
