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
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;
import org.citestream.query.project.write.RetiredException;
import org.jboss.logging.Logger;

/**
 * Reads the topics and writes one generation of the view: bytes in, one transaction per batch. Effectively once, since
 * the offsets are written with the rows and are the fence between two owners. Used by the loop's thread only, except for
 * {@link #state()}, {@link #isCaughtUp()} and {@link #wake()}.
 */
final class GenerationWriter implements RecordWriter.ReadProgress, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GenerationWriter.class);
    private static final Duration LONGEST_IDLE_POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Positions positions;
    private final PauseOrders control;
    private final SkipOrders skips;
    private final String group;
    private final RecordWriter writer;
    private final ProjectionSettings settings;
    private final ProjectionMeters meters;
    private final java.util.function.Consumer<ViewWritten> written;
    private final BooleanSupplier wanted;
    private volatile LoopState state = new LoopState.Starting("partitions");
    private Instant taken = Instant.EPOCH;
    private long controlReadAt;
    private boolean paused;

    /**
     * Joins the group.
     *
     * @param written called after every commit, so that changes are passed on at once
     * @param wanted whether the generation is still the one that readers see
     */
    GenerationWriter(
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
        this.positions = positions;
        this.control = control;
        this.skips = skips;
        this.group = group;
        this.writer = new RecordWriter(writer, deadLetters::park, meters, skips::has, this);
        this.settings = settings;
        this.meters = meters;
        this.written = written;
        this.wanted = wanted;
        consumer.subscribe(topics, positions);
    }

    /** Starting, running or paused, as of the last step that succeeded. */
    LoopState state() {
        return state;
    }

    boolean isCaughtUp() {
        return positions.isCaughtUp();
    }

    /** Ends a poll that waits for records, and the pause of {@link #rest}; a batch under way is not affected. */
    void wake() {
        consumer.wakeup();
    }

    /**
     * Polls once and writes what came; returns false once readers see another generation.
     *
     * @throws LostOffsetException if the log no longer holds the record to be read next
     * @throws StoppedAtRecordException if a record cannot be written and is not known to be at fault
     */
    boolean step() throws InterruptedException, SQLException {
        try {
            boolean pausedBefore = paused;
            if (!readControl()) {
                return false;
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
                return true;
            }
            if (!records.isEmpty()) {
                List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(records.count());
                records.forEach(all::add);
                taken = Instant.now();
                writer.write(all);
            }
            state = new LoopState.Running();
            return true;
        } catch (RetiredException swapped) {
            return false;
        } catch (FencedException moved) {
            LOG.warnf("Nothing written: %s", moved.getMessage());
            positions.forget();
            return true;
        } catch (SQLException | StoppedAtRecordException failed) {
            // The schema of a generation that readers no longer see may have been dropped meanwhile.
            if (wanted.getAsBoolean()) {
                throw failed;
            }
            return false;
        } catch (OffsetOutOfRangeException lost) {
            throw new LostOffsetException("the log does not hold what is to be read next: " + lost.getMessage(), lost);
        }
    }

    /** Returns false once readers see another generation. */
    private boolean readControl() {
        long now = System.nanoTime();
        if (controlReadAt != 0
                && now - controlReadAt <= settings.controlInterval().toNanos()) {
            return true;
        }
        // The first look takes its time, so that a projection told to pause does not begin.
        control.follow(controlReadAt == 0 ? Duration.ofSeconds(1) : Duration.ZERO);
        paused = control.isPaused(group);
        controlReadAt = now;
        return wanted.getAsBoolean();
    }

    /** After a failure, stands still without leaving the group; then everything is read again from the stored offsets. */
    void rest(Duration pause) {
        meters.retried();
        positions.forget();
        long until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until) {
            consumer.poll(pause.compareTo(LONGEST_IDLE_POLL) < 0 ? pause : LONGEST_IDLE_POLL);
            consumer.pause(consumer.assignment());
        }
    }

    /** Takes note of what is committed, and passes it on at once. */
    @Override
    public void written(List<Offsets.Advance> advances, List<LoggedFact<ArticleClosed>> closed, boolean corrected) {
        positions.advanced(advances);
        long records = advances.stream()
                .mapToLong(advance -> advance.to() - advance.from())
                .sum();
        written.accept(new ViewWritten(taken, Math.toIntExact(records), closed, corrected));
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

    /** Leaves the group. */
    @Override
    public void close() {
        try (consumer) {
            control.close();
        }
    }
}
