package org.citestream.query.project.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleWithdrawn;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.vocabulary.Cause;

/**
 * The article table as a guard: a closed or withdrawn reading keeps older facts out, even when their rows are long
 * gone. Locks the articles of a batch, so that batches with facts of the same article are written one after the other.
 */
final class ArticleGuard {

    private final String insert;
    private final String lock;
    private final String see;
    private final String close;
    private final String withdraw;

    ArticleGuard(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.insert = sql.of("INSERT INTO ${schema}.article (citing, partition)"
                + " SELECT * FROM unnest(?::bigint[], ?::smallint[]) ON CONFLICT DO NOTHING");
        this.lock = sql.of("SELECT citing, closed_revision, withdrawn_revision, seen_revision, oldest_revision"
                + " FROM ${schema}.article WHERE citing = ANY (?::bigint[]) ORDER BY citing FOR UPDATE");
        this.see = sql.of("""
                UPDATE ${schema}.article a
                SET seen_revision = GREATEST(a.seen_revision, u.seen), oldest_revision = u.oldest,
                    seen_at = CASE WHEN u.seen > a.seen_revision THEN now() ELSE a.seen_at END
                FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS u (citing, seen, oldest)
                WHERE a.citing = u.citing AND (u.seen > a.seen_revision OR u.oldest <> a.oldest_revision)""");
        this.close = sql.of("""
                UPDATE ${schema}.article a
                SET closed_revision = u.revision, expected_statements = u.statements, expected_references = u.refs,
                    references_resolved = u.resolved, unresolved = u.unresolved, digest = u.digest,
                    extractor = u.extractor, format = u.format, closed_at = u.closed_at
                FROM unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[],
                            ?::text[], ?::timestamptz[])
                    AS u (citing, revision, statements, refs, resolved, unresolved, digest, extractor, format, closed_at)
                WHERE a.citing = u.citing""");
        this.withdraw = sql.of("""
                UPDATE ${schema}.article a
                SET withdrawn_revision = u.revision, why = u.why, superseded_by = u.superseded_by, withdrawn_at = u.at
                FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
                    AS u (citing, revision, why, superseded_by, at)
                WHERE a.citing = u.citing""");
    }

    /**
     * Locks the articles and writes what the batch says about their readings.
     *
     * @return the new state by key of the citing publication
     */
    Map<Long, ReadingState> apply(Connection connection, Map<String, Readings> readings, Map<String, Long> keys)
            throws SQLException {
        TreeMap<Long, Readings> byKey = new TreeMap<>();
        readings.forEach((citing, reading) -> byKey.put(keys.get(citing), reading));
        Map<Long, ReadingState> standings = lock(connection, byKey);
        List<Map.Entry<Long, ArticleClosed>> closings = new ArrayList<>();
        List<Map.Entry<Long, ArticleWithdrawn>> withdrawals = new ArrayList<>();
        standings.forEach((citing, standing) -> {
            Readings reading = byKey.get(citing);
            if (reading.closed() != null && standing.isClosedBy(reading.closed())) {
                closings.add(Map.entry(citing, reading.closed()));
            }
            if (reading.withdrawn() != null && standing.isWithdrawnBy(reading.withdrawn())) {
                withdrawals.add(Map.entry(citing, reading.withdrawn()));
            }
        });
        writeClosings(connection, closings);
        writeWithdrawals(connection, withdrawals);
        Map<Long, ReadingState> after = new HashMap<>();
        standings.forEach((citing, standing) -> after.put(citing, standing.after(byKey.get(citing))));
        writeSeen(connection, after);
        return after;
    }

    private Map<Long, ReadingState> lock(Connection connection, SortedMap<Long, Readings> byKey) throws SQLException {
        Map<Long, ReadingState> standings = new TreeMap<>();
        try (PreparedStatement inserting = connection.prepareStatement(insert);
                PreparedStatement locking = connection.prepareStatement(lock)) {
            new ArrayColumns<>(byKey.entrySet())
                    .add("bigint", Map.Entry::getKey)
                    .add("smallint", entry -> entry.getValue().partition())
                    .bind(inserting, 1);
            inserting.executeUpdate();
            Array keys = connection.createArrayOf("bigint", byKey.keySet().toArray());
            locking.setArray(1, keys);
            try (ResultSet rows = locking.executeQuery()) {
                while (rows.next()) {
                    standings.put(
                            rows.getLong(1),
                            new ReadingState(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    0,
                                    Cause.ARTICLE));
                }
            }
        }
        return standings;
    }

    private void writeClosings(Connection connection, List<Map.Entry<Long, ArticleClosed>> closings)
            throws SQLException {
        new ArrayColumns<>(closings)
                .add("bigint", Map.Entry::getKey)
                .add("bigint", entry -> entry.getValue().revision())
                .add("int4", entry -> entry.getValue().statements())
                .add("int4", entry -> entry.getValue().references())
                .add("int4", entry -> entry.getValue().referencesResolved())
                .add("int4", entry -> entry.getValue().unresolved())
                .add("text", entry -> entry.getValue().digest())
                .add("text", entry -> entry.getValue().extractor())
                .add("text", entry -> entry.getValue().format())
                .add("text", entry -> entry.getValue().closedAt().toString())
                .update(connection, close);
    }

    private void writeWithdrawals(Connection connection, List<Map.Entry<Long, ArticleWithdrawn>> withdrawals)
            throws SQLException {
        new ArrayColumns<>(withdrawals)
                .add("bigint", Map.Entry::getKey)
                .add("bigint", entry -> entry.getValue().revision())
                .add("text", entry -> entry.getValue().why())
                .add("text", entry -> entry.getValue().supersededBy())
                .add("text", entry -> entry.getValue().withdrawnAt().toString())
                .update(connection, withdraw);
    }

    private void writeSeen(Connection connection, Map<Long, ReadingState> standings) throws SQLException {
        new ArrayColumns<>(standings.entrySet())
                .add("bigint", Map.Entry::getKey)
                .add("bigint", entry -> entry.getValue().seen())
                .add("bigint", entry -> entry.getValue().oldest())
                .update(connection, see);
    }
}
