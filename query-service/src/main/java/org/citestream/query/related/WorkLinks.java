package org.citestream.query.related;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.StatementReader;

/** Reads the sentences that link two works: those behind every relation. Thread-safe. */
@Singleton
public record WorkLinks(StatementReader statements, PublicationReader publications, RelatedSettings settings) {

    /**
     * What links two works.
     *
     * @param direct statements that one makes about the other
     * @param citingBoth works that cite both, those with both in one bracket first
     * @param citedByBoth works that both cite
     */
    public record Links(
            ShownPublication one,
            ShownPublication other,
            Relation relation,
            List<ShownStatement> direct,
            List<SharedReference> citingBoth,
            List<SharedReference> citedByBoth) {
        public Links {
            direct = List.copyOf(direct);
            citingBoth = List.copyOf(citingBoth);
            citedByBoth = List.copyOf(citedByBoth);
        }

        /** Whether nothing here links them. */
        public boolean isNone() {
            return direct.isEmpty() && relation.isNone();
        }
    }

    /**
     * A work that two works share.
     *
     * @param inOneBracket whether it names both in one bracket
     * @param statements it makes about them, or they make about it; none where only its list has them
     */
    public record SharedReference(ShownPublication work, boolean inOneBracket, List<ShownStatement> statements) {}

    private record FoundLinks(long work, boolean inOneBracket) {}

    private static final String STATEMENTS = """
            SELECT s.id, c.root AS citing, s.cited FROM active.publication c
            JOIN active.statement s ON s.citing = c.key
            WHERE (c.key = ANY (:citing) OR (c.root <> c.key AND c.root = ANY (:citing))) AND s.cited = ANY (:cited)
            ORDER BY c.root, s.ordinal, s.id""";

    private static final String CITING_BOTH = """
            WITH both_cited AS (
              SELECT c.root AS work FROM active.reference_edge a
              JOIN active.reference_edge b ON b.citing = a.citing AND b.cited = :other
              JOIN active.publication c ON c.key = a.citing
              WHERE a.cited = :one GROUP BY c.root),
            bracket AS (
              SELECT DISTINCT c.root AS work FROM active.statement s
              JOIN active.statement o ON o.citing = s.citing AND o.cited = :other AND o.text = s.text
                AND o.group_size = s.group_size
              JOIN active.publication c ON c.key = s.citing
              WHERE s.cited = :one AND s.group_size > 1 AND %s)
            SELECT b.work, bracket.work IS NOT NULL AS in_one, count(*) OVER () AS works,
              count(bracket.work) OVER () AS brackets
            FROM both_cited b LEFT JOIN bracket ON bracket.work = b.work
            ORDER BY in_one DESC, b.work LIMIT :limit""".formatted(Bracket.shared("s", "o"));

    private static final String CITED_BY_BOTH = """
            SELECT a.cited AS work, count(*) OVER () AS works
            FROM active.publication x JOIN active.reference_edge a ON a.citing = x.key
            JOIN active.reference_edge b ON b.cited = a.cited
            JOIN active.publication y ON y.key = b.citing AND y.root = :other
            WHERE (x.key = :one OR (x.root = :one AND x.root <> x.key))
            GROUP BY a.cited ORDER BY a.cited LIMIT :limit""";

    /** What links two works, by their keys; the statements as {@code query} says. */
    public Links between(Connection connection, long one, long other, ReportQuery query) throws SQLException {
        long[] counts = new long[3];
        List<FoundLinks> citing = Sql.of(CITING_BOTH)
                .with("one", one)
                .with("other", other)
                .with("limit", settings.shared())
                .list(connection, row -> {
                    counts[0] = row.getLong("brackets");
                    counts[1] = row.getLong("works");
                    return new FoundLinks(row.getLong("work"), row.getBoolean("in_one"));
                });
        List<FoundLinks> cited = Sql.of(CITED_BY_BOTH)
                .with("one", one)
                .with("other", other)
                .with("limit", settings.shared())
                .list(connection, row -> {
                    counts[2] = row.getLong("works");
                    return new FoundLinks(row.getLong("work"), false);
                });
        List<Long> pair = List.of(one, other);
        Map<Long, List<UUID>> direct = ids(connection, pair, pair, true);
        Map<Long, List<UUID>> about = ids(connection, keys(citing), pair, true);
        Map<Long, List<UUID>> common = ids(connection, pair, keys(cited), false);
        Set<UUID> all = new HashSet<>();
        Stream.of(direct, about, common).forEach(some -> some.values().forEach(all::addAll));
        Map<UUID, ShownStatement> read = statements.read(connection, all, query);
        Map<Long, ShownPublication> works = publications.read(
                connection,
                Stream.of(pair, keys(citing), keys(cited)).flatMap(List::stream).toList());
        return new Links(
                works.get(one),
                works.get(other),
                new Relation(counts[0], counts[1], counts[2]),
                pair.stream().flatMap(work -> shown(direct.get(work), read)).toList(),
                shared(citing, about, works, read),
                shared(cited, common, works, read));
    }

    private static List<SharedReference> shared(
            List<FoundLinks> found,
            Map<Long, List<UUID>> ids,
            Map<Long, ShownPublication> works,
            Map<UUID, ShownStatement> statements) {
        return found.stream()
                .map(one -> new SharedReference(
                        works.get(one.work()),
                        one.inOneBracket(),
                        shown(ids.get(one.work()), statements).toList()))
                .toList();
    }

    private static Stream<ShownStatement> shown(List<UUID> ids, Map<UUID, ShownStatement> statements) {
        return ids == null ? Stream.of() : ids.stream().map(statements::get).filter(one -> one != null);
    }

    private static List<Long> keys(List<FoundLinks> found) {
        return found.stream().map(FoundLinks::work).toList();
    }

    /** Statements of some works about others, by the citing work or by the cited one. */
    private static Map<Long, List<UUID>> ids(
            Connection connection, Collection<Long> citing, Collection<Long> cited, boolean byCiting)
            throws SQLException {
        Map<Long, List<UUID>> ids = new LinkedHashMap<>();
        if (!citing.isEmpty() && !cited.isEmpty()) {
            Sql.of(STATEMENTS).with("citing", citing).with("cited", cited).list(connection, row -> ids.computeIfAbsent(
                            row.getLong(byCiting ? "citing" : "cited"), work -> new ArrayList<>())
                    .add(row.getObject("id", UUID.class)));
        }
        return ids;
    }
}
