package org.citestream.query.project;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.citestream.query.project.event.Entry;
import org.citestream.query.project.event.EventReader;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.UnreadableException;
import org.citestream.query.project.log.ControlReader;
import org.citestream.query.project.log.DeadLetters;
import org.citestream.query.project.write.Batch;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;
import org.citestream.query.project.write.Parked;
import org.jboss.logging.Logger;

/**
 * Reads the topics and writes the view: bytes in, one transaction a batch. Effectively once, since the offsets are
 * written with the rows and are the fence between two owners. Runs on one thread; {@link #stop()} and {@link #state()}
 * may be called from any.
 */
final class ProjectionLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ProjectionLoop.class);

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final Positions positions;
    private final ControlReader control;
    private final DeadLetters deadLetters;
    private final BatchWriter writer;
    private final ProjectionSettings settings;
    private final ProjectionMeters meters;
    private final Runnable written;
    private final EventReader reader = new EventReader();
    private final Backoff backoff;
    private volatile boolean running = true;
    private volatile LoopState state = new LoopState.Starting("partitions");
    private long controlReadAt;
    private boolean paused;

    /** {@code written} is called after every commit, so that changes are passed on at once. */
    ProjectionLoop(
            Consumer<byte[], byte[]> consumer,
            List<String> topics,
            Positions positions,
            ControlReader control,
            DeadLetters deadLetters,
            BatchWriter writer,
            ProjectionSettings settings,
            ProjectionMeters meters,
            Runnable written) {
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.positions = positions;
        this.control = control;
        this.deadLetters = deadLetters;
        this.writer = writer;
        this.settings = settings;
        this.meters = meters;
        this.written = written;
        this.backoff = new Backoff(settings.backoff(), settings.backoffLimit());
    }

    LoopState state() {
        return state;
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
        } catch (RuntimeException | SQLException ours) {
            stopped(ours.getMessage() == null ? ours.toString() : ours.getMessage(), ours);
        }
    }

    private void stopped(String reason, Exception cause) {
        state = new LoopState.Stopped(reason);
        LOG.errorf(cause, "The projection has stopped and writes no more until this is mended: %s", reason);
    }

    private void step() throws InterruptedException, SQLException {
        try {
            boolean pausedBefore = paused;
            readControl();
            if (pausedBefore && !paused) {
                positions.forget();
            }
            if (positions.isUnplaced() && !paused) {
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
                write(all);
            }
            state = new LoopState.Running();
            backoff.reset();
        } catch (FencedException moved) {
            LOG.warnf("Nothing written: %s", moved.getMessage());
            positions.forget();
        } catch (WakeupException | OffsetOutOfRangeException | LostOffsetException ours) {
            throw ours;
        } catch (RuntimeException | SQLException failure) {
            if (FailureSort.of(failure) != FailureSort.RETRY) {
                throw failure;
            }
            await(failure);
        }
    }

    private void readControl() {
        long now = System.nanoTime();
        if (controlReadAt == 0
                || now - controlReadAt > settings.controlInterval().toNanos()) {
            // The first look takes its time, so that a loop that shall wait does not begin.
            paused = control.isPaused(controlReadAt == 0 ? Duration.ofSeconds(1) : Duration.ZERO);
            controlReadAt = now;
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

    private void write(List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, FencedException, InterruptedException {
        Batch batch = new Batch();
        List<DeadLetters.Letter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Entry<Fact> entry = reader.read(record);
                batch.add(entry);
                meters.read(entry);
            } catch (UnreadableException unreadable) {
                letters.add(new DeadLetters.Letter(record, unreadable));
            }
        }
        try {
            write(batch, letters, advances(records));
        } catch (SQLException failure) {
            if (FailureSort.of(failure) != FailureSort.PARK) {
                throw failure;
            }
            narrowDown(records, failure);
        }
    }

    /** Halves a batch that the database refuses until the culprit stands alone, and parks that. */
    private void narrowDown(List<ConsumerRecord<byte[], byte[]>> records, SQLException refused)
            throws SQLException, FencedException, InterruptedException {
        if (records.size() > 1) {
            int half = records.size() / 2;
            write(records.subList(0, half));
            write(records.subList(half, records.size()));
            return;
        }
        UnreadableException reason = new UnreadableException(
                UnreadableException.Category.DATA, "the database refuses it: " + refused.getMessage(), refused);
        write(new Batch(), List.of(new DeadLetters.Letter(records.get(0), reason)), advances(records));
    }

    private void write(Batch batch, List<DeadLetters.Letter> letters, List<Offsets.Advance> advances)
            throws SQLException, FencedException, InterruptedException {
        deadLetters.park(letters);
        List<Parked> parked = new ArrayList<>();
        for (DeadLetters.Letter letter : letters) {
            LOG.warnf(
                    "Parked %s of %s: %s",
                    letter.place(), letter.article(), letter.reason().getMessage());
            parked.add(new Parked(
                    letter.place(),
                    letter.article(),
                    letter.reason().category().label(),
                    letter.reason().getMessage()));
        }
        meters.batch(advances, () -> writer.write(batch, parked, advances));
        meters.parked(letters.size());
        positions.advanced(advances);
        written.run();
        commitForLagTools(advances);
    }

    private List<Offsets.Advance> advances(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        List<Offsets.Advance> advances = new ArrayList<>();
        ends.forEach((partition, end) -> advances.add(new Offsets.Advance(partition, positions.next(partition), end)));
        return advances;
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
