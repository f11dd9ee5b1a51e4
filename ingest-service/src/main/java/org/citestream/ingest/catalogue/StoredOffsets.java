package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where the loop goes on, kept with the rows it wrote. Stateless; connections are the caller's. */
final class StoredOffsets {
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
        String move =
                "update consumer_offset set next_offset = ?" + " where topic = ? and partition = ? and next_offset = ?";
        try (PreparedStatement update = connection.prepareStatement(move)) {
            for (Map.Entry<TopicPartition, Long> partition : next.entrySet()) {
                update.setLong(1, partition.getValue());
                update.setString(2, partition.getKey().topic());
                update.setInt(3, partition.getKey().partition());
                update.setLong(4, expected.getOrDefault(partition.getKey(), -1L));
                if (update.executeUpdate() == 0) {
                    throw new FencedException(partition.getKey() + " was moved on by another instance");
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, TopicPartition partition) throws SQLException {
        statement.setString(1, partition.topic());
        statement.setInt(2, partition.partition());
    }
}
