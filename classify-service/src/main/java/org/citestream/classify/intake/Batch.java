package org.citestream.classify.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records taken at once, those of a partition in their order.
 *
 * @param first where each partition's part begins, to go back to
 * @param next where each partition goes on, to acknowledge
 */
public record Batch(
        List<ConsumerRecord<byte[], byte[]>> records,
        Map<TopicPartition, Long> first,
        Map<TopicPartition, OffsetAndMetadata> next) {

    public Batch {
        records = List.copyOf(records);
        first = Map.copyOf(first);
        next = Map.copyOf(next);
    }

    static Batch of(ConsumerRecords<byte[], byte[]> polled) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>(polled.count());
        var first = new HashMap<TopicPartition, Long>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (TopicPartition partition : polled.partitions()) {
            var part = polled.records(partition);
            records.addAll(part);
            first.put(partition, part.get(0).offset());
            next.put(partition, new OffsetAndMetadata(part.get(part.size() - 1).offset() + 1));
        }
        return new Batch(records, first, next);
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }
}
