package org.citestream.ingest.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.publish.OutgoingRecord;

/**
 * What one poll brought: the last entry of each key, what could not be decoded, and where to go on.
 *
 * @param unmade records that withdraw descriptions of DOI prefixes once mistaken for works
 * @param next offset to read next, by partition
 */
record Batch(
        List<LogEntry> entries,
        List<Undecodable> undecodable,
        List<OutgoingRecord> unmade,
        Map<TopicPartition, Long> next) {
    Batch {
        entries = List.copyOf(entries);
        undecodable = List.copyOf(undecodable);
        unmade = List.copyOf(unmade);
        next = Map.copyOf(next);
    }

    /** A record that breaks the contract. */
    record Undecodable(ConsumerRecord<byte[], byte[]> record, UndecodableException why) {}

    static Batch of(ConsumerRecords<byte[], byte[]> polled) {
        var last = new LinkedHashMap<String, LogEntry>();
        var undecodable = new ArrayList<Undecodable>();
        var unmade = new LinkedHashMap<String, OutgoingRecord>();
        var next = new HashMap<TopicPartition, Long>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            next.put(partition, records.get(records.size() - 1).offset() + 1);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                try {
                    LogEntry entry = LogDecoder.decode(record);
                    unmade.remove(entry.key());
                    if (record.value() != null) {
                        unmade(entry).ifPresent(back -> unmade.put(entry.key(), back));
                    }
                    last.merge(entry.key(), entry, (one, other) -> one.offset() > other.offset() ? one : other);
                } catch (UndecodableException why) {
                    undecodable.add(new Undecodable(record, why));
                }
            }
        }
        return new Batch(List.copyOf(last.values()), undecodable, List.copyOf(unmade.values()), next);
    }

    /** A record with a value that decodes to a removal is not about a work. */
    private static Optional<OutgoingRecord> unmade(LogEntry entry) {
        if (entry instanceof LogEntry.DescriptionRemoved gone) {
            return Optional.of(
                    OutgoingRecord.takeBack(gone.key(), gone.id(), PublicationDescribed.class.getSimpleName()));
        }
        return entry instanceof LogEntry.AliasRemoved gone
                ? Optional.of(OutgoingRecord.takeBack(gone.key(), gone.from(), AliasFound.class.getSimpleName()))
                : Optional.empty();
    }

    <T extends LogEntry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
