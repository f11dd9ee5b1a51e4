package org.citestream.query.ops.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.cluster.Cluster.OffsetRange;

/**
 * Reads ranges of a topic up to ends that are known in advance, so that an empty range costs nothing and the scan never
 * waits for new records.
 */
public final class LogScan {

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetRange> stretches;

    /** Why a scan came to an end. */
    public enum End {
        /** Everything was read. */
        END,
        /** The caller asked to stop. */
        ENOUGH,
        CANCELLED,
        /** The broker returned nothing for too long. */
        STALLED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Scans these ranges, each from its first offset up to, but not including, its end. */
    public LogScan(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> stretches) {
        this.consumer = consumer;
        this.stretches = new HashMap<>(stretches);
        this.stretches.values().removeIf(range -> range.first() >= range.end());
    }

    /**
     * Reads until the end, or until stopped.
     *
     * @param each receives a record; returns false to stop
     * @param patience how long the broker may return nothing
     */
    public End run(Predicate<ConsumerRecord<byte[], byte[]>> each, BooleanSupplier cancelled, Duration patience) {
        consumer.assign(stretches.keySet());
        stretches.forEach((partition, range) -> consumer.seek(partition, range.first()));
        long movedAt = System.nanoTime();
        while (!stretches.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                return End.CANCELLED;
            }
            var records = consumer.poll(Duration.ofMillis(100));
            for (ConsumerRecord<byte[], byte[]> record : records) {
                OffsetRange range = stretches.get(new TopicPartition(record.topic(), record.partition()));
                if (range != null && record.offset() < range.end() && !each.test(record)) {
                    return End.ENOUGH;
                }
            }
            boolean passed = dropRead();
            if (passed || !records.isEmpty()) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > patience.toNanos()) {
                return End.STALLED;
            }
        }
        return End.END;
    }

    /** The position moves past gaps that compaction left, where no record would. */
    private boolean dropRead() {
        List<TopicPartition> read = new ArrayList<>();
        stretches.forEach((partition, range) -> {
            if (consumer.position(partition) >= range.end()) {
                read.add(partition);
            }
        });
        read.forEach(stretches::remove);
        consumer.pause(read);
        return !read.isEmpty();
    }
}
