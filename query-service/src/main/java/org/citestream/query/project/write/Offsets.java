package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.project.generation.Generation;

/** The stored offsets: where to resume, and the fence between two owners of a partition. Thread-safe. */
public final class Offsets {

    private final DataSource dataSource;
    private final Generation generation;
    private final String load;
    private final String insert;
    private final String advance;

    public Offsets(DataSource dataSource, Generation generation) {
        this.dataSource = dataSource;
        this.generation = generation;
        ViewSql sql = new ViewSql(generation);
        this.load = sql.of("SELECT topic, partition, next_offset FROM ${schema}.projection_offset");
        this.insert = sql.of("INSERT INTO ${schema}.projection_offset (topic, partition, next_offset)"
                + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        this.advance = sql.of("""
                UPDATE ${schema}.projection_offset o SET next_offset = u.to_offset
                FROM unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[]) AS u (topic, partition, from_offset, to_offset)
                WHERE o.topic = u.topic AND o.partition = u.partition AND o.next_offset = u.from_offset""");
    }

    /** The next offset of each of these partitions; absent if none was ever stored. */
    public Map<TopicPartition, Long> load(Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> stored = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement loading = connection.prepareStatement(load);
                ResultSet rows = loading.executeQuery()) {
            while (rows.next()) {
                stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        stored.keySet().retainAll(partitions);
        return stored;
    }

    /** Stores where to start in partitions that have no offset yet. */
    public void begin(Map<TopicPartition, Long> first) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement inserting = connection.prepareStatement(insert)) {
            connection.setAutoCommit(true);
            for (Map.Entry<TopicPartition, Long> entry : first.entrySet()) {
                inserting.setString(1, entry.getKey().topic());
                inserting.setInt(2, entry.getKey().partition());
                inserting.setLong(3, entry.getValue());
                inserting.executeUpdate();
            }
        }
    }

    /**
     * Goes back to the end of a log that holds less of the partition than was read.
     *
     * @return ids of articles with rows from the lost records
     * @throws FencedException if another owner has moved the offset
     */
    public List<String> goBack(TopicPartition partition, long read, long held) throws SQLException, FencedException {
        return new LogCut(dataSource, generation).apply(partition, read, held);
    }

    /** Moves the offsets inside the caller's transaction. */
    void advance(Connection connection, Collection<Advance> advances) throws SQLException, FencedException {
        try (PreparedStatement advancing = connection.prepareStatement(advance)) {
            new ArrayColumns<>(advances)
                    .add("text", move -> move.partition().topic())
                    .add("int4", move -> move.partition().partition())
                    .add("bigint", Advance::from)
                    .add("bigint", Advance::to)
                    .bind(advancing, 1);
            int moved = advancing.executeUpdate();
            if (moved != advances.size()) {
                throw new FencedException((advances.size() - moved) + " of " + advances.size()
                        + " partitions have been moved on by another owner");
            }
        }
    }

    /** For one partition, the stored next offset and its new value. */
    public record Advance(TopicPartition partition, long from, long to) {}
}
