package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where the loop goes on, kept with the rows it wrote. Stateless; connections are the caller's. */
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
        String begin = "insert into consumer_offset (topic, partition, next_offset) values (?, ?, ?)"
                + " on conflict (topic, partition) do nothing";
        String read = "select next_offset from consumer_offset where topic = ? and partition = ?";
        try (PreparedStatement insert = connection.prepareStatement(begin);
                PreparedStatement select = connection.prepareStatement(read)) {
            for (Map.Entry<TopicPartition, Long> beginning : beginnings.entrySet()) {
                bind(insert, beginning.getKey());
                insert.setLong(3, beginning.getValue());
                insert.executeUpdate();
                bind(select, beginning.getKey());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    offsets.put(beginning.getKey(), row.getLong(1));
                }
            }
        }
        return offsets;
    }

    /** Moves on from where this loop believes to stand; the fence between instances. */
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
        int moved = Rows.tell(connection, ADVANCE, topics, partitions, from, to);
        if (moved < next.size()) {
            throw new FencedException(moved + " of " + next.keySet() + " stand where they were left; another instance"
                    + " moved the others on");
        }
    }

    private static void bind(PreparedStatement statement, TopicPartition partition) throws SQLException {
        statement.setString(1, partition.topic());
        statement.setInt(2, partition.partition());
    }
}
