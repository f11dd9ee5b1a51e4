package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;

/** Where the loop goes on, kept with the rows it wrote. Stateless; connections are the caller's. */
final class StoredOffsets {
    private StoredOffsets() {}

    /** The stored offsets; a partition never read before begins at its first record. */
    static Map<TopicPartition, Long> load(Connection connection, Map<TopicPartition, Long> beginnings)
            throws SQLException {
        var offsets = new HashMap<TopicPartition, Long>();
        Sql.of("insert into consumer_offset (topic, partition, next_offset) values (:topic, :partition, :next)"
                        + " on conflict (topic, partition) do nothing")
                .updateAll(connection, beginnings.entrySet(), entry -> place(entry.getKey(), entry.getValue()));
        for (TopicPartition partition : beginnings.keySet()) {
            offsets.put(
                    partition,
                    Sql.of("select next_offset from consumer_offset where topic = :topic and partition = :partition")
                            .with("topic", partition.topic())
                            .with("partition", partition.partition())
                            .number(connection));
        }
        return offsets;
    }

    /** Moves on from where this loop believes to stand; the fence between instances. */
    static void advance(Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        for (Map.Entry<TopicPartition, Long> partition : next.entrySet()) {
            int moved = Sql.of("update consumer_offset set next_offset = :next"
                            + " where topic = :topic and partition = :partition and next_offset = :expected")
                    .with("next", partition.getValue())
                    .with("topic", partition.getKey().topic())
                    .with("partition", partition.getKey().partition())
                    .with("expected", expected.getOrDefault(partition.getKey(), -1L))
                    .update(connection);
            if (moved == 0) {
                throw new FencedException(partition.getKey() + " was moved on by another instance");
            }
        }
    }

    private static Map<String, Object> place(TopicPartition partition, long next) {
        return Map.of("topic", partition.topic(), "partition", partition.partition(), "next", next);
    }
}
