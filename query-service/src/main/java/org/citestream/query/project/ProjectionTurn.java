package org.citestream.query.project;

import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/**
 * The projection's turn: writes the generation that readers see, moves to the next one after a swap, and at a record that
 * it cannot write waits until an operator orders it to be skipped. Used by the loop's thread only, except for
 * {@link #state} and {@link #isCaughtUp()}.
 */
final class ProjectionTurn implements Turn {

    private static final Logger LOG = Logger.getLogger(ProjectionTurn.class);

    /** A batch is one transaction: one that takes longer when the service stops is rolled back and read again. */
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(1);

    /** Opens what writes the generation that readers see; used by one thread. */
    interface Opener {

        GenerationWriter open() throws InterruptedException;

        /** Releases what all writers share; a later {@link #open()} acquires it again. */
        void close();
    }

    private final Opener opener;
    private final SkipOrders skips;
    private final ProjectionSettings settings;
    private volatile GenerationWriter writer;
    private volatile LoopState.Stopped stopped;
    private boolean open;

    ProjectionTurn(Opener opener, SkipOrders skips, ProjectionSettings settings) {
        this.opener = opener;
        this.skips = skips;
        this.settings = settings;
    }

    /** The loop that takes this turn, not yet started. */
    Loop loop(String name) {
        return Loop.named(name)
                .backoff(settings.backoff(), settings.backoffLimit())
                .retrying(this::isTemporary)
                .onFailure(failure -> stopped =
                        new LoopState.Stopped(failure.getMessage() == null ? failure.toString() : failure.getMessage()))
                .onStop(this::wake)
                .drain(LONGEST_BATCH)
                .of(this);
    }

    /** Before there is a writer, everything that Kafka reports means that the broker is not there yet. */
    private boolean isTemporary(Exception failure) {
        return writer == null
                ? failure instanceof KafkaException
                : FailureClassifier.of(failure) == FailureClassifier.RETRY;
    }

    private void wake() {
        GenerationWriter current = writer;
        if (current != null) {
            current.wake();
        }
    }

    /** What the projection is doing, in the loop that takes this turn. */
    LoopState state(Loop loop) {
        LoopState.Stopped why = stopped;
        GenerationWriter current = writer;
        if (why != null) {
            return why;
        }
        return switch (loop.state()) {
            case STARTING -> current == null ? new LoopState.Starting("its thread") : current.state();
            case RUNNING -> current.state();
            case RETRYING ->
                current == null
                        ? new LoopState.Starting("the broker: " + loop.trouble())
                        : new LoopState.Waiting(loop.trouble());
            case STOPPED -> new LoopState.Ended();
            case FAILED -> new LoopState.Stopped(loop.trouble());
        };
    }

    /** Whether everything that was in the log when the partitions were first assigned has been written. */
    boolean isCaughtUp() {
        GenerationWriter current = writer;
        return current != null && current.isCaughtUp();
    }

    @Override
    public Duration run() throws InterruptedException, SQLException {
        if (stopped != null && !isSkipped(stopped)) {
            return settings.controlInterval();
        }
        if (!open) {
            writer = opener.open();
            open = true;
        }
        try {
            if (!writer.step()) {
                LOG.info("Readers see another generation now; the projection goes on with that one");
                close();
            }
        } catch (StoppedAtRecordException ours) {
            LOG.errorf(
                    ours, "The projection has stopped and writes no more until this is mended: %s", ours.getMessage());
            stopped = new LoopState.Stopped(ours.getMessage(), ours.place());
            close();
        }
        return AT_ONCE;
    }

    /** Whether an operator has ordered the record to be skipped; the projection then goes on. */
    private boolean isSkipped(LoopState.Stopped at) {
        try {
            skips.read();
        } catch (SQLException away) {
            LOG.warnf("Orders to skip a record cannot be read: %s", away.getMessage());
        }
        if (!skips.has(at.at())) {
            return false;
        }
        LOG.warnf("%s is skipped, as ordered: it becomes a dead letter", SkippedRecord.target(at.at()));
        stopped = null;
        return true;
    }

    @Override
    public boolean rest(Duration pause) {
        if (open) {
            writer.rest(pause);
        }
        return open;
    }

    @Override
    public void release() {
        close();
        opener.close();
    }

    private void close() {
        if (open) {
            open = false;
            writer.close();
        }
    }
}
