package org.citestream.query.ops.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.project.generation.ActiveGeneration;
import org.citestream.query.vocabulary.VocabularySql;

/** Asks the database where the line stands: a few short queries. Thread-safe. */
@ApplicationScoped
class LineReader {

    static final int OUTBOX_LIMIT = 100_000;

    private static final String NEWEST = VocabularySql.of("""
        SELECT c.statement, c.at, a.closed_at
        FROM (SELECT * FROM app.change ORDER BY sequence DESC LIMIT 1000) c
        LEFT JOIN active.publication p ON p.id = c.citing
        LEFT JOIN active.article a ON a.citing = p.key
        WHERE c.record = ${change:StatementAdded}
        ORDER BY c.sequence DESC LIMIT 1\
        """);

    private final DataSource dataSource;
    private final ActiveGeneration generation;

    LineReader(DataSource dataSource, ActiveGeneration generation) {
        this.dataSource = dataSource;
        this.generation = generation;
    }

    Line read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            Map<TopicPartition, Long> positions = positions(statement);
            long outbox = number(
                    statement,
                    "SELECT count(*) FROM (SELECT FROM %s.outbox LIMIT %d) o"
                            .formatted(generation.get().schema(), OUTBOX_LIMIT));
            long last = number(statement, "SELECT last_sequence FROM app.relay");
            long published = number(statement, "SELECT published_sequence FROM app.relay");
            try (ResultSet row = statement.executeQuery(NEWEST)) {
                return row.next()
                        ? new Line(
                                positions, outbox, last, published, row.getString(1), instant(row, 2), instant(row, 3))
                        : new Line(positions, outbox, last, published, null, null, null);
            }
        }
    }

    private static Map<TopicPartition, Long> positions(Statement statement) throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (ResultSet row =
                statement.executeQuery("SELECT topic, partition, next_offset FROM active.projection_offset")) {
            while (row.next()) {
                positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
        }
        return positions;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
