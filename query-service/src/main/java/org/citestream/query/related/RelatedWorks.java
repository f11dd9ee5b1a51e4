package org.citestream.query.related;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citestream.kit.database.Sql;

/**
 * Finds what a work is related to: what others cite together with it, in one bracket above all (co-citation), and what
 * cites the same works (bibliographic coupling). No text is compared, so every relation can be read up. Thread-safe.
 */
@Singleton
public record RelatedWorks(RelatedSettings settings) {

    /** A sentence has fewer statements than this. */
    private static final int LONGEST_SENTENCE = 64;

    private static final String READ =
            """
            WITH citing AS MATERIALIZED (
              SELECT DISTINCT e.citing FROM active.reference_edge e WHERE e.cited = :work
              ORDER BY e.citing LIMIT :citing),
            together AS (
              SELECT o.cited AS work, count(DISTINCT c.root) AS works
              FROM citing JOIN active.publication c ON c.key = citing.citing
              JOIN active.reference_edge o ON o.citing = citing.citing
              WHERE o.cited <> :work GROUP BY o.cited),
            said AS MATERIALIZED (
              SELECT s.citing, s.ordinal, s.text, s.markers, s.group_size FROM active.statement s
              WHERE s.cited = :work AND s.group_size > 1 ORDER BY s.citing, s.ordinal LIMIT :statements),
            bracket AS (
              SELECT o.cited AS work, count(DISTINCT c.root) AS works
              FROM said s JOIN active.publication c ON c.key = s.citing
              JOIN active.statement o ON o.citing = s.citing AND o.text = s.text AND o.group_size = s.group_size
                AND o.ordinal BETWEEN s.ordinal - :sentence AND s.ordinal + :sentence
              WHERE o.cited <> :work AND %s GROUP BY o.cited),
            own AS MATERIALIZED (
              SELECT DISTINCT e.cited FROM active.reference_edge e WHERE e.citing IN (
                SELECT key FROM active.publication WHERE key = :work
                UNION ALL SELECT key FROM active.publication WHERE root = :work AND root <> key)),
            coupled AS (
              SELECT c.root AS work, count(DISTINCT own.cited) AS works
              FROM own CROSS JOIN LATERAL (
                SELECT e.citing FROM active.reference_edge e WHERE e.cited = own.cited
                ORDER BY e.citing LIMIT :reference) e
              JOIN active.publication c ON c.key = e.citing
              WHERE c.root <> :work GROUP BY c.root)
            SELECT work, sum(bracket)::bigint AS bracket, sum(together)::bigint AS together,
              sum(coupled)::bigint AS coupled
            FROM (SELECT work, works AS bracket, 0 AS together, 0 AS coupled FROM bracket
              UNION ALL SELECT work, 0, works, 0 FROM together
              UNION ALL SELECT work, 0, 0, works FROM coupled) relations
            GROUP BY work
            ORDER BY %d * sum(bracket) + %d * sum(together) + sum(coupled) DESC, work
            LIMIT :limit OFFSET :offset""".formatted(Bracket.shared("s", "o"), Relation.BRACKET_WEIGHT, Relation.TOGETHER_WEIGHT);

    /**
     * A related work.
     *
     * @param work its key
     */
    public record Related(long work, Relation relation) {}

    /** What is related to a work, the most related first. */
    public List<Related> of(Connection connection, long work, int limit, int offset) throws SQLException {
        return Sql.of(READ)
                .with("work", work)
                .with("citing", settings.citing())
                .with("statements", settings.statements())
                .with("reference", settings.perReference())
                .with("sentence", LONGEST_SENTENCE)
                .with("limit", limit)
                .with("offset", offset)
                .list(
                        connection,
                        row -> new Related(
                                row.getLong("work"),
                                new Relation(row.getLong("bracket"), row.getLong("together"), row.getLong("coupled"))));
    }
}
