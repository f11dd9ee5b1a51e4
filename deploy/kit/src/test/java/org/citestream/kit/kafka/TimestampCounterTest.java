package org.citestream.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TimestampCounterTest {

    @Test
    void shouldCountTimesThatTellNothingWhenRecordsAreRead() {
        // Given
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TimestampCounter counter = new TimestampCounter();
        counter.configure(Map.of(TimestampCounter.METERS, meters));
        long now = System.currentTimeMillis();
        List<ConsumerRecord<byte[], byte[]>> records = LongStream.of(now, now + 30_000, now + 3_600_000, -1, 0)
                .mapToObj(TimestampCounterTest::record)
                .toList();

        // When
        counter.onConsume(new ConsumerRecords<>(Map.of(new TopicPartition("t", 0), records), Map.of()));

        // Then
        assertThat(meters.counter("citestream.records.odd.time", "topic", "t", "kind", "future")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("citestream.records.odd.time", "topic", "t", "kind", "missing")
                        .count())
                .isEqualTo(2);
    }

    private static ConsumerRecord<byte[], byte[]> record(long at) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                at,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
