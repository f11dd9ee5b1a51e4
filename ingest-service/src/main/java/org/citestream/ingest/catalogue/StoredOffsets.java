package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;

/** The offsets to continue from, stored with the rows. Stateless; connections are the caller's. */
final class StoredOffsets {
    private static final String ADVANCE = "update consumer_offset set next_offset = t.next_offset from"
            + " unnest(?::text[], ?::text[]::int[], ?::text[]::bigint[], ?::text[]::bigint[])"
            + " as t(topic, partition, expected, next_offset)"
            + " where consumer_offset.topic = t.topic and consumer_offset.partition = t.partition"
            + " and consumer_offset.next_offset = t.expected";

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

    /** Advances from the position this loop expects; this fences off other instances. */
    static void advance(Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
            throws SQLException, FencedException {
        var topics = new ArrayList<String>();
        var partitions = new ArrayList<String>();
        var from = new ArrayList<String>();
        var to = new ArrayList<String>();
        next.forEach((partition, offset) -> {
            topics.add(partition.topic());
            partitions.add(Integer.toString(partition.partition()));
            from.add(Long.toString(expected.getOrDefault(partition, -1L)));
            to.add(Long.toString(offset));
        });
        int moved = ArrayQuery.tell(connection, ADVANCE, topics, partitions, from, to);
        if (moved < next.size()) {
            throw new FencedException(moved + " of " + next.keySet() + " stand where they were left; another instance"
                    + " moved the others on");
        }
    }

    /** Sets a position back, unless another instance has moved it meanwhile. */
    static void goBack(Connection connection, TopicPartition partition, long from, long to) throws SQLException {
        Sql.of("update consumer_offset set next_offset = :to where topic = :topic and partition = :partition"
                        + " and next_offset = :from")
                .with("to", to)
                .with("from", from)
                .with("topic", partition.topic())
                .with("partition", partition.partition())
                .update(connection);
    }

    private static Map<String, Object> place(TopicPartition partition, long next) {
        return Map.of("topic", partition.topic(), "partition", partition.partition(), "next", next);
    }
}
