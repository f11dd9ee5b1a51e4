package org.citestream.query.ops.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * When groups last committed and how often they were rebalanced, followed on {@code __consumer_offsets}. If that topic
 * may not be read, commits are noticed when the offset moves, and rebalances are not counted. Not thread-safe.
 */
public final class CommitJournal implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CommitJournal.class);
    private static final String TOPIC = "__consumer_offsets";
    private static final int POLLS = 50;

    private final Consumer<byte[], byte[]> consumer;
    private final Duration back;
    private final Map<String, Map<TopicPartition, Instant>> commits = new HashMap<>();
    private final Map<String, GroupGenerations> generations = new HashMap<>();
    private List<TopicPartition> partitions = List.of();
    private boolean refused;

    private static final class GroupGenerations {
        private int last;
        private int changes;
        private Instant at;
    }

    /**
     * Starts reading this long before now.
     *
     * @param consumer of no group; closed with this
     */
    public CommitJournal(Consumer<byte[], byte[]> consumer, Duration back) {
        this.consumer = consumer;
        this.back = back;
    }

    /** How often a group was rebalanced since this journal started, and when last. */
    public record Rebalances(int count, Instant last) {}

    /** Reads what was written since the last call, up to the current end. */
    public void follow() {
        if (refused) {
            return;
        }
        try {
            if (partitions.isEmpty() && !begin()) {
                return;
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (int i = 0; i < POLLS && isBehind(ends); i++) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            }
        } catch (org.apache.kafka.common.errors.RetriableException away) {
            LOG.debugf("commits are not followed just now: %s", away.getMessage());
        } catch (KafkaException forbidden) {
            refused = true;
            LOG.warnf(
                    "%s cannot be read (%s): commits are inferred from moving offsets, rebalances are not counted",
                    TOPIC, forbidden.getMessage());
        }
    }

    private boolean begin() {
        var known = consumer.partitionsFor(TOPIC);
        if (known == null || known.isEmpty()) {
            return false;
        }
        partitions = known.stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        long from = Instant.now().minus(back).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from));
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.get(partition) : start.offset());
        }
        return true;
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        CommitRecord.of(record.key(), record.value()).ifPresent(told -> {
            if (told instanceof CommitRecord.Committed commit) {
                commits.computeIfAbsent(commit.group(), group -> new HashMap<>())
                        .put(commit.partition(), commit.at());
            } else if (told instanceof CommitRecord.Rebalanced rebalanced) {
                GroupGenerations known =
                        generations.computeIfAbsent(rebalanced.group(), group -> new GroupGenerations());
                if (rebalanced.generation() != known.last) {
                    known.changes++;
                    known.last = rebalanced.generation();
                    known.at = Instant.ofEpochMilli(record.timestamp());
                }
            }
        });
    }

    /** When the group last committed to the partition; null if not since this journal started. */
    public Instant lastCommit(String group, TopicPartition partition) {
        return commits.getOrDefault(group, Map.of()).get(partition);
    }

    /** Null if rebalances cannot be counted. */
    public Rebalances rebalances(String group) {
        if (refused || partitions.isEmpty()) {
            return null;
        }
        GroupGenerations known = generations.get(group);
        return known == null ? new Rebalances(0, null) : new Rebalances(known.changes, known.at);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
