package org.citestream.query.ops.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Times of records at given offsets: time lag is the age of the oldest waiting record, which interpolating between
 * commits gets wrong on bursts. What was read once is cached. Not thread-safe.
 */
public final class RecordTimes implements AutoCloseable {

    private static final int REMEMBERED = 20_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Cache<RecordOffset, Instant> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** An offset of a partition. */
    public record RecordOffset(TopicPartition partition, long offset) {}

    /**
     * Uses a consumer without a group, which is closed with this.
     *
     * @param patience how long one round of reads may take
     */
    public RecordTimes(Consumer<byte[], byte[]> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
    }

    /** The time of the record at the offset, or of the next one after a gap; null if it has not been read. */
    public Instant at(RecordOffset place) {
        return known.getIfPresent(place);
    }

    /** Reads at most {@code most} of the offsets whose time is not known yet. */
    public void read(Set<RecordOffset> wanted, int most) {
        Set<RecordOffset> open = new HashSet<>();
        for (RecordOffset place : wanted) {
            if (open.size() < most && at(place) == null) {
                open.add(place);
            }
        }
        long until = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            try {
                round(open, until);
            } catch (KafkaException gone) {
                return;
            }
        }
    }

    /** One offset of each partition at a time, because a consumer has one position per partition. */
    private void round(Set<RecordOffset> open, long until) {
        Map<TopicPartition, RecordOffset> asked = new HashMap<>();
        open.forEach(place -> asked.putIfAbsent(place.partition(), place));
        open.removeAll(asked.values());
        consumer.assign(asked.keySet());
        consumer.resume(asked.keySet());
        asked.values().forEach(place -> consumer.seek(place.partition(), place.offset()));
        while (!asked.isEmpty() && System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                RecordOffset place = asked.remove(partition);
                if (place != null) {
                    // A record without a time tells nothing of how long it has waited.
                    if (record.timestamp() > 0) {
                        known.put(place, Instant.ofEpochMilli(record.timestamp()));
                    }
                    consumer.pause(Set.of(partition));
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
