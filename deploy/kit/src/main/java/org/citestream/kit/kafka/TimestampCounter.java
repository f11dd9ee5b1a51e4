package org.citestream.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts records with an odd time by topic and kind: {@code missing}, or {@code future}, more than a minute ahead of this
 * machine's clock. Time lag is wrong by as much. Kafka creates it; for one consumer's thread.
 */
public final class TimestampCounter implements ConsumerInterceptor<byte[], byte[]> {

    /** The name of the counter. */
    public static final String METRIC = "citestream.records.odd.time";

    /** The setting under which it gets its registry. */
    static final String METERS = "citestream.meters";

    private static final long AHEAD = Duration.ofMinutes(1).toMillis();

    private MeterRegistry meters;

    @Override
    public void configure(Map<String, ?> settings) {
        meters = (MeterRegistry) settings.get(METERS);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        long latest = System.currentTimeMillis() + AHEAD;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long at = record.timestamp();
            if (at <= 0 || at > latest) {
                meters.counter(METRIC, "topic", record.topic(), "kind", at <= 0 ? "missing" : "future")
                        .increment();
            }
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing to count.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
