package org.citestream.kit.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * A named thread that repeats a {@link Turn}: at once while there is more to do, else when woken or after a while. A
 * temporary failure is retried after pauses that double; any other stops it for good, which {@link #isAlive()} shows.
 * The pauses are its own and no library's, since waking and stopping must end them. All but the turn may be called by
 * any thread.
 */
public final class Loop {

    /** Where a loop stands. */
    public enum State {
        /** Not begun, or in its first turn. */
        STARTING,
        /** Its last turn went well. */
        RUNNING,
        /** Its last turn failed and will be tried again. */
        RETRYING,
        /** It has ended because it was stopped, or had nothing more to do. */
        STOPPED,
        /** It has ended with a permanent failure; somebody must look into it. */
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(10);

    private final Turn turn;
    private final Backoff backoff;
    private final Predicate<Exception> passes;
    private final Consumer<Exception> retried;
    private final Consumer<Throwable> failed;
    private final Runnable stopped;
    private final Duration drain;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private Duration due;
    private volatile State state = State.STARTING;
    private volatile String trouble;
    private volatile boolean stopping;

    private Loop(Builder builder, Turn turn) {
        this.turn = turn;
        this.backoff = new Backoff(builder.first, builder.longest);
        this.passes = builder.passes;
        this.retried = builder.retried;
        this.failed = builder.failed;
        this.stopped = builder.stopped;
        this.drain = builder.drain;
        this.thread = new Thread(this::run, builder.name);
        this.thread.setDaemon(builder.daemon);
    }

    /** A loop whose thread has that name. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** How a loop behaves; what is not said is: pauses of 1 to 10 seconds, every failure passes, 10 seconds to drain. */
    public static final class Builder {

        private final String name;
        private Duration first = Duration.ofSeconds(1);
        private Duration longest = Duration.ofSeconds(10);
        private Predicate<Exception> passes = failure -> true;
        private Consumer<Exception> retried = failure -> {};
        private Consumer<Throwable> failed = failure -> {};
        private Runnable stopped = () -> {};
        private Duration drain = Duration.ofSeconds(10);
        private boolean daemon;

        private Builder(String name) {
            this.name = name;
        }

        /** The first pause after a failure, and the longest. */
        public Builder backoff(Duration shortest, Duration most) {
            this.first = shortest;
            this.longest = most;
            return this;
        }

        /** Which failures are temporary; any other stops the loop. */
        public Builder retrying(Predicate<Exception> those) {
            this.passes = those;
            return this;
        }

        /** Called on the loop's thread after each failure that is tried again. */
        public Builder onRetry(Consumer<Exception> listener) {
            this.retried = listener;
            return this;
        }

        /** Called on the loop's thread after the failure that stops it. */
        public Builder onFailure(Consumer<Throwable> listener) {
            this.failed = listener;
            return this;
        }

        /** Called by whoever stops the loop, to end a wait that the turn is in. */
        public Builder onStop(Runnable listener) {
            this.stopped = listener;
            return this;
        }

        /** How long the turn at hand may go on when the loop is told to stop, before it is interrupted; zero: at once. */
        public Builder drain(Duration time) {
            this.drain = time;
            return this;
        }

        /** Does not keep the Java process from ending. */
        public Builder daemon() {
            this.daemon = true;
            return this;
        }

        /** The loop, not yet started. */
        public Loop of(Turn turn) {
            return new Loop(this, turn);
        }
    }

    /** Once only. */
    public void start() {
        thread.start();
    }

    /** Wakes the loop: there is something to do. */
    public void wake() {
        signal.release();
    }

    /** Ends a wait of the turn at hand that an interrupt may end. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Lets the turn at hand finish, as long as it may, and interrupts it then; harmless to repeat. */
    public void stop() {
        stopping = true;
        wake();
        stopped.run();
        try {
            if (!drain.isZero()) {
                thread.join(drain.toMillis());
            }
            if (thread.isAlive()) {
                if (!drain.isZero()) {
                    LOG.warnf("%s did not finish its turn in %s; what it was doing will be done again", name(), drain);
                }
                thread.interrupt();
                thread.join(AFTER_INTERRUPT.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    public String name() {
        return thread.getName();
    }

    public State state() {
        return state;
    }

    /** What went wrong in the last turn; null if it went well. */
    public String trouble() {
        return trouble;
    }

    /** Whether it was told to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** Whether it runs, or does not because it was told to stop or has nothing to do. */
    public boolean isAlive() {
        return stopping || thread.isAlive() || state == State.STOPPED;
    }

    private void run() {
        try {
            boolean more = true;
            while (!stopping && more) {
                more = once();
            }
            end(State.STOPPED);
        } catch (InterruptedException interrupted) {
            end(State.STOPPED);
        } catch (Exception | Error failure) {
            fail(failure);
        }
    }

    /** The pause that is due after a failure, one turn and the pause behind it; returns whether there is to be another. */
    private boolean once() throws Exception {
        try {
            rest();
            Duration pause = turn.run();
            if (pause.isNegative()) {
                return false;
            }
            state = State.RUNNING;
            trouble = null;
            backoff.reset();
            sleep(pause);
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception failure) {
            // Kafka's clients turn an interrupt into an exception of their own.
            if (stopping || Thread.currentThread().isInterrupted()) {
                LOG.debugf(failure, "%s ended as it was told to", name());
                return false;
            }
            if (!passes.test(failure)) {
                throw failure;
            }
            retry(failure);
        }
        return true;
    }

    private void retry(Exception failure) {
        due = backoff.next();
        trouble = String.valueOf(failure.getMessage());
        state = State.RETRYING;
        LOG.warnf("%s tries again in %d ms: %s", name(), due.toMillis(), failure.getMessage());
        LOG.debug("the cause", failure);
        retried.accept(failure);
    }

    /** A failure here counts as another failure, with its own pause. */
    private void rest() throws Exception {
        if (due != null) {
            Duration pause = due;
            due = null;
            if (!turn.rest(pause)) {
                turn.release();
                sleep(pause);
            }
        }
    }

    private void fail(Throwable failure) {
        trouble = String.valueOf(failure.getMessage());
        LOG.errorf(failure, "%s has stopped and goes on no more until this is mended: %s", name(), trouble);
        failed.accept(failure);
        end(State.FAILED);
    }

    private void end(State how) {
        state = how;
        // Its resources must be closed in order, which an interrupt would cut short.
        Thread.interrupted();
        try {
            turn.release();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s could not let go of all it held", name());
        }
    }

    private void sleep(Duration pause) throws InterruptedException {
        if (!stopping && !pause.isZero() && signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
