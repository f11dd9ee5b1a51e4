package org.citestream.classify.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.TopicList;
import org.jboss.logging.Logger;

/** Where statements come from: the input topic and the group's redrives. Used by the loop's thread only. */
public final class StatementSource implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StatementSource.class);

    private final Consumer<byte[], byte[]> consumer;
    private final CatchUp catchUp;
    private final String input;
    private final Set<TopicPartition> newcomers = new HashSet<>();
    private boolean rebalanced;

    /** Connects lazily: constructing it needs no broker. */
    public StatementSource(KafkaClients clients, LineSettings settings, CatchUp catchUp) {
        int session = (int) settings.sessionTimeout().toMillis();
        // A lost offset must stop the loop, never make it skip records; the very first start is handled in take().
        this.consumer = clients.groupConsumer(
                settings.group(),
                Map.of(
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch(),
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG, settings.fetchMinBytes(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                (int) settings.fetchMaxWait().toMillis(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.max(1, session / 4)));
        this.catchUp = catchUp;
        this.input = settings.input();
        consumer.subscribe(List.of(settings.input(), TopicList.redrive(settings.group())), new Assignments());
    }

    /**
     * The next records, perhaps none.
     *
     * @throws OffsetLostException if the log no longer holds what comes next
     */
    public Batch take(Duration wait) {
        // Before the poll: should the broker not answer here, no record has been taken yet.
        if (rebalanced) {
            measureNewcomers();
        }
        return Batch.of(poll(wait));
    }

    /** Only now is the batch done. A batch that another member took over meanwhile is processed twice. */
    public void acknowledge(Batch batch) {
        try {
            consumer.commitSync(batch.next());
        } catch (RebalanceInProgressException | CommitFailedException e) {
            LOG.info("acknowledgement overtaken by a rebalance; the batch may be done again");
        }
        batch.next().forEach((partition, next) -> catchUp.reached(partition, next.offset()));
    }

    /** Goes back to the beginning of a batch that could not be published. */
    public void rewind(Batch batch) {
        var assigned = consumer.assignment();
        batch.first().forEach((partition, offset) -> {
            if (assigned.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
    }

    /**
     * Goes back to the first record of each of its partitions that is not older than a time, never forward, and commits that,
     * so that a restart does not undo it.
     */
    public void rewind(Instant since) {
        var times = new HashMap<TopicPartition, Long>();
        consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(input))
                .forEach(partition -> times.put(partition, since.toEpochMilli()));
        var back = new HashMap<TopicPartition, OffsetAndMetadata>();
        consumer.offsetsForTimes(times).forEach((partition, first) -> {
            if (first != null && first.offset() < position(partition)) {
                back.put(partition, new OffsetAndMetadata(first.offset()));
            }
        });
        consumer.commitSync(back);
        back.forEach((partition, first) -> consumer.seek(partition, first.offset()));
        LOG.infof("told to read again what was written since %s: %d partitions go back", since, back.size());
    }

    /** 0 for a partition of which nothing has been read: it begins at its first record anyway. */
    private long position(TopicPartition partition) {
        try {
            return consumer.position(partition);
        } catch (NoOffsetForPartitionException unread) {
            return 0;
        }
    }

    /** Takes nothing for a while but stays a member of the group. */
    public void idle(Duration pause) {
        consumer.pause(consumer.assignment());
        ConsumerRecords<byte[], byte[]> late = poll(pause);
        if (!late.isEmpty()) {
            // Partitions that came during the poll were not paused yet.
            rewind(Batch.of(late));
        }
        consumer.resume(consumer.assignment());
    }

    private void measureNewcomers() {
        try {
            Map<TopicPartition, Long> ends = newcomers.isEmpty() ? Map.of() : consumer.endOffsets(newcomers);
            var positions = new HashMap<TopicPartition, Long>();
            newcomers.forEach(partition -> positions.put(partition, consumer.position(partition)));
            catchUp.assigned(ends);
            positions.forEach(catchUp::reached);
            newcomers.clear();
            rebalanced = false;
        } catch (NoOffsetForPartitionException e) {
            consumer.seekToBeginning(e.partitions());
        }
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        try {
            return consumer.poll(wait);
        } catch (NoOffsetForPartitionException e) {
            LOG.infof("first start of this group on %s: from the beginning", e.partitions());
            consumer.seekToBeginning(e.partitions());
            return ConsumerRecords.empty();
        } catch (OffsetOutOfRangeException e) {
            goBack(e.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        }
    }

    /** Where the broker has lost the end of a log, nothing is left to be skipped: what comes next stands at its new end. */
    private void goBack(Map<TopicPartition, Long> lost) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(lost.keySet());
        lost.forEach((partition, offset) -> {
            if (offset <= ends.get(partition)) {
                throw new OffsetLostException(lost);
            }
        });
        ends.forEach((partition, end) -> {
            LOG.errorf(
                    "%s was read up to offset %d and ends at %d now: the broker has lost records; deploy/citestream heal"
                            + " publishes the articles again",
                    partition, lost.get(partition), end);
            consumer.seek(partition, end);
        });
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
    }

    private final class Assignments implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Requesting the end offsets here would turn an unavailable broker into a failed rebalance.
            newcomers.addAll(partitions);
            rebalanced = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            newcomers.removeAll(partitions);
            catchUp.revoked(partitions);
        }
    }
}
