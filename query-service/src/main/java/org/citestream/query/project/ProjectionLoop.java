package org.citestream.query.project;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.loop.Backoff;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;
import org.citestream.query.project.write.RetiredException;
import org.jboss.logging.Logger;

/**
 * Reads the topics and writes the view: bytes in, one transaction a batch. Effectively once, since the offsets are
 * written with the rows and are the fence between two owners. Runs on one thread; {@link #stop()} and {@link #state()}
 * may be called from any.
 */
final class ProjectionLoop implements Runnable, RecordWriter.ReadProgress {

    private static final Logger LOG = Logger.getLogger(ProjectionLoop.class);

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final Positions positions;
    private final PauseOrders control;
    private final SkipOrders skips;
    private final String group;
    private final RecordWriter writer;
    private final ProjectionSettings settings;
    private final ProjectionMeters meters;
    private final java.util.function.Consumer<ViewWritten> written;
    private final Backoff backoff;
    private final BooleanSupplier wanted;
    private volatile boolean running = true;
    private volatile boolean retired;
    private volatile LoopState state = new LoopState.Starting("partitions");
    private Instant taken = Instant.EPOCH;
    private long controlReadAt;
    private boolean paused;

    /**
     * One loop over one generation.
     *
     * @param written called after every commit, so that changes are passed on at once
     * @param wanted whether the generation is still the one that readers see
     */
    ProjectionLoop(
            Consumer<byte[], byte[]> consumer,
            List<String> topics,
            Positions positions,
            PauseOrders control,
            SkipOrders skips,
            String group,
            DeadLetters deadLetters,
            BatchWriter writer,
            ProjectionSettings settings,
            ProjectionMeters meters,
            java.util.function.Consumer<ViewWritten> written,
            BooleanSupplier wanted) {
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.positions = positions;
        this.control = control;
        this.skips = skips;
        this.group = group;
        this.writer = new RecordWriter(writer, deadLetters::park, meters, skips::has, this);
        this.settings = settings;
        this.meters = meters;
        this.written = written;
        this.wanted = wanted;
        this.backoff = new Backoff(settings.backoff(), settings.backoffLimit());
    }

    LoopState state() {
        return state;
    }

    /** Whether it has ended because readers see another generation now: the next loop is to write that one. */
    boolean isRetired() {
        return retired;
    }

    boolean isCaughtUp() {
        return positions.isCaughtUp();
    }

    /** Asks the loop to end after the batch at hand. */
    void stop() {
        running = false;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer;
                control) {
            consumer.subscribe(topics, positions);
            while (running) {
                step();
            }
            state = new LoopState.Ended();
        } catch (WakeupException stopped) {
            state = new LoopState.Ended();
        } catch (OffsetOutOfRangeException lost) {
            stopped("the log does not hold what is to be read next: " + lost.getMessage(), lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            state = new LoopState.Ended();
        } catch (StoppedAtRecordException ours) {
            stopped(new LoopState.Stopped(ours.getMessage(), ours.place()), ours);
        } catch (RuntimeException | SQLException ours) {
            stopped(ours.getMessage() == null ? ours.toString() : ours.getMessage(), ours);
        }
    }

    private void stopped(String reason, Exception cause) {
        stopped(new LoopState.Stopped(reason), cause);
    }

    private void stopped(LoopState.Stopped where, Exception cause) {
        state = where;
        LOG.errorf(cause, "The projection has stopped and writes no more until this is mended: %s", where.reason());
    }

    private void step() throws InterruptedException, SQLException {
        try {
            boolean pausedBefore = paused;
            readControl();
            if (!running) {
                return;
            }
            if (pausedBefore && !paused) {
                positions.forget();
            }
            if (positions.isUnplaced() && !paused) {
                skips.read();
                positions.place();
            }
            if (paused) {
                consumer.pause(consumer.assignment());
            }
            var records = consumer.poll(settings.pollTimeout());
            if (paused) {
                state = new LoopState.Paused();
                return;
            }
            if (!records.isEmpty()) {
                List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(records.count());
                records.forEach(all::add);
                taken = Instant.now();
                writer.write(all);
            }
            state = new LoopState.Running();
            backoff.reset();
        } catch (RetiredException swapped) {
            retire();
        } catch (FencedException moved) {
            LOG.warnf("Nothing written: %s", moved.getMessage());
            positions.forget();
        } catch (WakeupException | OffsetOutOfRangeException | LostOffsetException ours) {
            throw ours;
        } catch (RuntimeException | SQLException failure) {
            if (FailureClassifier.of(failure) != FailureClassifier.RETRY) {
                throw failure;
            }
            await(failure);
        }
    }

    private void retire() {
        LOG.info("Readers see another generation now: this loop ends, the next writes that one");
        retired = true;
        running = false;
    }

    private void readControl() {
        long now = System.nanoTime();
        if (controlReadAt == 0
                || now - controlReadAt > settings.controlInterval().toNanos()) {
            // The first look takes its time, so that a loop that shall wait does not begin.
            control.follow(controlReadAt == 0 ? Duration.ofSeconds(1) : Duration.ZERO);
            paused = control.isPaused(group);
            controlReadAt = now;
            if (!wanted.getAsBoolean()) {
                retire();
            }
        }
    }

    /** Stands still for a while without leaving the group; then everything is read again from the stored offsets. */
    private void await(Exception failure) throws InterruptedException {
        Duration pause = backoff.next();
        state = new LoopState.Waiting(failure.getMessage());
        LOG.warnf("Trying again in %d ms: %s", pause.toMillis(), failure.getMessage());
        meters.retried();
        positions.forget();
        long until = System.nanoTime() + pause.toNanos();
        while (running && System.nanoTime() < until) {
            consumer.poll(Duration.ofMillis(Math.min(100, pause.toMillis())));
            consumer.pause(consumer.assignment());
        }
    }

    /** Takes note of what is committed, and passes it on at once. */
    @Override
    public void written(List<Offsets.Advance> advances, List<LoggedFact<ArticleClosed>> closed, boolean corrected) {
        positions.advanced(advances);
        written.accept(new ViewWritten(taken, closed, corrected));
        commitForLagTools(advances);
    }

    @Override
    public long next(TopicPartition partition) {
        return positions.next(partition);
    }

    /** The group's own offsets decide nothing; they let ordinary tools see the lag. */
    private void commitForLagTools(List<Offsets.Advance> advances) {
        Map<TopicPartition, OffsetAndMetadata> committed = new LinkedHashMap<>();
        advances.forEach(advance -> committed.put(advance.partition(), new OffsetAndMetadata(advance.to())));
        consumer.commitAsync(committed, (offsets, failure) -> {
            if (failure != null) {
                LOG.debugf("Offsets for lag tools were not committed: %s", failure.getMessage());
            }
        });
    }
}
