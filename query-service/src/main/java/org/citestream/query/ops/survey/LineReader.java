package org.citestream.query.ops.survey;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.vocabulary.VocabularySql;

/** Asks the database where the line stands: a few short queries. Thread-safe. */
@Singleton
record LineReader(DataSource dataSource, ActiveGeneration generation) {

    static final int OUTBOX_LIMIT = 100_000;

    private static final String NEWEST = VocabularySql.of("""
        SELECT c.statement, c.at, a.closed_at
        FROM (SELECT * FROM app.change ORDER BY sequence DESC LIMIT 1000) c
        LEFT JOIN active.publication p ON p.id = c.citing
        LEFT JOIN active.article a ON a.citing = p.key
        WHERE c.record = ${change:StatementAdded}
        ORDER BY c.sequence DESC LIMIT 1\
        """);

    Line read() throws SQLException {
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
            long outbox = Sql.of("SELECT count(*) FROM (SELECT FROM %s.outbox LIMIT %d) o"
                            .formatted(generation.get().schema(), OUTBOX_LIMIT))
                    .number(connection);
            long last = Sql.of("SELECT last_sequence FROM app.relay").number(connection);
            long published = Sql.of("SELECT published_sequence FROM app.relay").number(connection);
            return Sql.of(NEWEST)
                    .first(
                            connection,
                            row -> new Line(
                                    positions,
                                    outbox,
                                    last,
                                    published,
                                    row.getString("statement"),
                                    Sql.instant(row, "at"),
                                    Sql.instant(row, "closed_at")))
                    .orElseGet(() -> new Line(positions, outbox, last, published, null, null, null));
        }
    }
}
