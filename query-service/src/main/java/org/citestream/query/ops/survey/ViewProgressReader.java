package org.citestream.query.ops.survey;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.vocabulary.ChangeType;

/** Reads the progress of the view with a few short queries. Thread-safe. */
@Singleton
record ViewProgressReader(DataSource dataSource, ActiveGeneration generation) {

    /** How many changes back to search for an added statement. */
    private static final int LOOKED_AT = 1000;

    ViewProgress read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            Map<TopicPartition, Long> positions = new HashMap<>();
            Sql.of("SELECT topic, partition, next_offset FROM active.projection_offset")
                    .each(
                            connection,
                            0,
                            row -> positions.put(
                                    new TopicPartition(row.getString("topic"), row.getInt("partition")),
                                    row.getLong("next_offset")));
            long outbox = Sql.of("SELECT coalesce(sum(size), 0) FROM %s.outbox"
                            .formatted(generation.get().schema()))
                    .number(connection);
            long last = Sql.of("SELECT last_sequence FROM app.relay").number(connection);
            long published = Sql.of("SELECT published_sequence FROM app.relay").number(connection);
            List<Change> newest = ChangeLog.newest(
                    connection, change -> change.type() == ChangeType.STATEMENT_ADDED, 0, LOOKED_AT, 1);
            if (newest.isEmpty()) {
                return new ViewProgress(positions, outbox, last, published, null, null, null);
            }
            Change added = newest.get(0);
            return new ViewProgress(
                    positions,
                    outbox,
                    last,
                    published,
                    String.valueOf(added.statement()),
                    added.at(),
                    closedAt(connection, added.citing()));
        }
    }

    private static Instant closedAt(Connection connection, String citing) throws SQLException {
        return Sql.of("SELECT a.closed_at FROM active.article a JOIN active.publication p ON p.key = a.citing"
                        + " WHERE p.id = :citing")
                .with("citing", citing)
                .first(connection, row -> Sql.instant(row, "closed_at"))
                .orElse(null);
    }
}
