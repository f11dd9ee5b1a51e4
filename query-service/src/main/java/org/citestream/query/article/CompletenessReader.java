package org.citestream.query.article;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;

/** Finds out whether articles are completely visible, with one index probe each. Thread-safe. */
@Singleton
public record CompletenessReader(DataSource dataSource) {

    /** Discarded letters no longer count as missing, unless others of the same reading are undecided. */
    private static final String ONE = """
            SELECT p.id, a.closed_revision, a.expected_statements, s.visible, a.expected_references, e.visible AS refs,
                l.discarded,
                a.closed_revision > a.withdrawn_revision AND a.seen_revision <= a.closed_revision
                    AND (s.visible >= a.expected_statements AND e.visible >= a.expected_references
                        OR l.discarded > 0 AND l.open = 0) AS complete,
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
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'discarded') AS discarded,
                    count(*) FILTER (WHERE state = 'open') AS open
                FROM app.dead_letter l
                WHERE l.article = p.id
                  AND coalesce(nullif(l.revision, 0), a.closed_revision) = a.closed_revision) l
            WHERE p.id = :citing""";

    /** The completeness of one citing article; empty when none of its facts has arrived. */
    public Optional<Completeness> of(String citing) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of(ONE).with("citing", citing).first(connection, CompletenessReader::completeness);
        }
    }

    private static Completeness completeness(ResultSet row) throws SQLException {
        return new Completeness(
                row.getString("id"),
                row.getLong("closed_revision"),
                row.getInt("expected_statements"),
                row.getLong("visible"),
                row.getInt("expected_references"),
                row.getLong("refs"),
                row.getLong("discarded"),
                row.getBoolean("complete"),
                row.getBoolean("withdrawn"),
                row.getString("superseded_by"));
    }
}
