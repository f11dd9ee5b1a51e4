package org.citestream.ingest.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought: the last entry of each key, what could not be decoded, and where to go on.
 *
 * @param next offset to read next, by partition
 */
record Batch(List<LogEntry> entries, List<Undecodable> undecodable, Map<TopicPartition, Long> next) {
    Batch {
        entries = List.copyOf(entries);
        undecodable = List.copyOf(undecodable);
        next = Map.copyOf(next);
    }

    /** A record that breaks the contract. */
    record Undecodable(ConsumerRecord<byte[], byte[]> record, UndecodableException why) {}

    static Batch of(ConsumerRecords<byte[], byte[]> polled) {
        var last = new LinkedHashMap<String, LogEntry>();
        var undecodable = new ArrayList<Undecodable>();
        var next = new HashMap<TopicPartition, Long>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            next.put(partition, records.get(records.size() - 1).offset() + 1);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                try {
                    LogEntry entry = LogDecoder.decode(record);
                    last.merge(entry.key(), entry, (one, other) -> one.offset() > other.offset() ? one : other);
                } catch (UndecodableException why) {
                    undecodable.add(new Undecodable(record, why));
                }
            }
        }
        return new Batch(List.copyOf(last.values()), undecodable, next);
    }

    <T extends LogEntry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
