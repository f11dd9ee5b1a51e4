package org.citestream.query.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks whether articles are wholly visible: one probe of an index each. Thread-safe. */
@ApplicationScoped
public class CompletenessReader {

    private static final String COUNTED = """
            SELECT p.id, a.closed_revision, a.expected_statements, s.visible, a.expected_references, e.visible AS refs,
                a.closed_revision > a.withdrawn_revision AND a.seen_revision <= a.closed_revision
                    AND s.visible >= a.expected_statements AND e.visible >= a.expected_references AS complete,
                a.withdrawn_revision > 0 AND a.withdrawn_revision >= GREATEST(a.closed_revision, a.seen_revision)
                    AS withdrawn,
                a.superseded_by
            FROM active.article a
            JOIN active.publication p ON p.key = a.citing
            CROSS JOIN LATERAL (
                SELECT count(*) AS visible FROM active.statement s
                WHERE s.citing = a.citing AND s.revision = a.closed_revision) s
            CROSS JOIN LATERAL (
                SELECT count(*) AS visible FROM active.reference_edge e
                WHERE e.citing = a.citing AND e.revision = a.closed_revision) e
            """;

    private static final String ONE = COUNTED + "WHERE p.id = ?";

    /** Incomplete: closed with less than expected, or open for too long. */
    private static final String INCOMPLETE = "SELECT * FROM (" + COUNTED + """
            WHERE a.withdrawn_revision < GREATEST(a.closed_revision, a.seen_revision)
              AND (a.seen_revision <= a.closed_revision OR a.seen_at < now() - ? * interval '1 second')) c
            WHERE NOT complete ORDER BY id LIMIT ?""";

    private final DataSource dataSource;

    CompletenessReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Of one citing article; empty when none of its facts has arrived. */
    public Optional<Completeness> of(String citing) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setString(1, citing);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(completeness(row)) : Optional.empty();
            }
        }
    }

    /** Articles that miss something, by id: an alert for whoever operates this. */
    public List<Completeness> incomplete(Duration openLimit, int limit) throws SQLException {
        List<Completeness> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(INCOMPLETE)) {
            select.setLong(1, openLimit.toSeconds());
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(completeness(row));
                }
            }
        }
        return found;
    }

    private static Completeness completeness(ResultSet row) throws SQLException {
        return new Completeness(
                row.getString("id"),
                row.getLong("closed_revision"),
                row.getInt("expected_statements"),
                row.getLong("visible"),
                row.getInt("expected_references"),
                row.getLong("refs"),
                row.getBoolean("complete"),
                row.getBoolean("withdrawn"),
                row.getString("superseded_by"));
    }
}
