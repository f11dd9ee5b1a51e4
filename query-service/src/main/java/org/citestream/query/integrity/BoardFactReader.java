package org.citestream.query.integrity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.report.CitedNotice;
import org.citestream.query.report.StatementReader;

/** Reads what the board counts, from the doubted works outwards, so that its cost goes by who cites them. Thread-safe. */
@Singleton
record BoardFactReader(Snapshot snapshot, IntegritySettings settings) {

    /** The doubted works with all their notices; the publications that are these notices do not count as citing. */
    private static final String DOUBTED = """
            WITH doubted AS MATERIALIZED (
                SELECT p.root, array_agg(n.kind ORDER BY n.key) AS kinds,
                    array_agg(coalesce(n.date, '') ORDER BY n.key) AS dates, max(n.date) AS latest,
                    array_agg(n.notice) FILTER (WHERE n.notice IS NOT NULL) AS notices
                FROM active.notice n JOIN active.publication p ON p.key = n.publication
                WHERE NOT n.removed AND n.kind = ANY (:kinds)
                GROUP BY p.root)
            """;

    private static final String COUNTS = """
            c.root <> d.root
            AND NOT EXISTS (SELECT FROM active.publication own WHERE own.id = ANY (d.notices) AND own.root = c.root)
            """;

    private static final String PAIRS = DOUBTED + """
            SELECT c.root AS citing, d.root AS cited, d.kinds, d.dates
            FROM doubted d
            JOIN active.reference_edge e ON e.cited = d.root
            JOIN active.publication c ON c.key = e.citing
            WHERE
            """ + COUNTS + """
            GROUP BY c.root, d.root, d.kinds, d.dates, d.latest
            ORDER BY d.latest DESC NULLS LAST, d.root, c.root
            LIMIT :most""";

    /** Only a text that may admit a notice is worth its way here. */
    private static final String SENTENCES = DOUBTED + """
            SELECT c.root AS citing, d.root AS cited, s.id, s.ordinal, s.markers,
                CASE WHEN s.text ~* :acknowledging THEN s.text END AS text
            FROM doubted d
            JOIN active.statement s ON s.cited = d.root
            JOIN active.publication c ON c.key = s.citing
            WHERE
            """ + COUNTS;

    private static final String WORKS = """
            SELECT p.key, p.id, p.year, p.published, p.journal, p.publisher, (
                SELECT count(DISTINCT e.cited)
                FROM (SELECT p.key AS id
                    UNION ALL SELECT k.key FROM active.publication k WHERE k.root = p.key AND k.root <> k.key) named
                JOIN active.reference_edge e ON e.citing = named.id) AS listed
            FROM active.publication p
            WHERE p.key = ANY (:keys)""";

    private static final String ARTICLES = """
            SELECT p.journal, p.publisher, p.year, count(DISTINCT p.key) AS articles
            FROM active.article a
            JOIN active.publication c ON c.key = a.citing
            JOIN active.publication p ON p.key = c.root
            WHERE GREATEST(a.closed_revision, a.seen_revision) > a.withdrawn_revision
            GROUP BY 1, 2, 3""";

    private static final String RESTING = """
            WITH via AS (SELECT unnest(:via) AS key)
            , listed AS (
                SELECT c.root, count(DISTINCT e.cited) AS listed
                FROM via
                JOIN active.reference_edge e ON e.cited = via.key
                JOIN active.publication c ON c.key = e.citing
                WHERE c.root <> e.cited
                GROUP BY c.root)
            , said AS (
                SELECT c.root, count(*) AS said
                FROM via
                JOIN active.statement s ON s.cited = via.key
                JOIN active.publication c ON c.key = s.citing
                WHERE c.root <> s.cited
                GROUP BY c.root)
            SELECT l.root, l.listed, coalesce(s.said, 0) AS said
            FROM listed l LEFT JOIN said s USING (root)
            ORDER BY l.listed DESC, l.root
            LIMIT :most""";

    private static final String NOTICES = """
            SELECT p.root, r.id, n.kind, n.date, min(n.notice) AS notice,
                array_remove(coalesce(array_agg(DISTINCT n.source) FILTER (WHERE NOT n.removed), array_agg(DISTINCT n.source)), NULL)
                    AS sources,
                min(n.inserted_at) AS learned, CASE WHEN bool_and(n.removed) THEN max(n.withdrawn_at) END AS withdrawn,
                CASE WHEN bool_and(n.removed) THEN max(n.withdrawn_why) END AS why,
                (SELECT count(DISTINCT c.root) FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing
                    WHERE e.cited = p.root AND c.root <> p.root) AS citing
            FROM active.notice n
            JOIN active.publication p ON p.key = n.publication
            JOIN active.publication r ON r.key = p.root
            WHERE n.kind = ANY (:kinds) AND (NOT n.removed OR n.withdrawn_at IS NOT NULL)
                AND EXISTS (SELECT FROM active.reference_edge e WHERE e.cited = p.root)
            GROUP BY p.root, r.id, n.kind, n.date
            ORDER BY n.date DESC NULLS LAST, r.id, n.kind
            LIMIT :most""";

    BoardFacts read() {
        return snapshot.read(this::read);
    }

    private BoardFacts read(Connection connection) throws SQLException {
        Map<PairKey, Doubted> doubted = pairs(connection);
        Map<PairKey, List<BoardFacts.Sentence>> sentences = sentences(connection, doubted);
        Map<Long, DatedWork> citing = works(connection, ids(doubted.keySet(), true));
        List<BoardFacts.DoubtedPair> pairs = new ArrayList<>();
        doubted.forEach((key, notices) -> pairs.add(new BoardFacts.DoubtedPair(
                key.citing(),
                key.cited(),
                Set.copyOf(notices.kinds()),
                CitingTime.of(citing.get(key.citing()).published(), notices.dates()),
                sentences.getOrDefault(key, List.of()))));
        Set<Long> via = ids(doubted.keySet(), true);
        via.removeAll(ids(doubted.keySet(), false));
        List<BoardFacts.Resting> resting = resting(connection, via);
        Set<Long> others =
                new HashSet<>(resting.stream().map(BoardFacts.Resting::work).toList());
        others.removeAll(citing.keySet());
        citing.putAll(works(connection, others));
        Map<Long, BoardFacts.CitingWork> works = new HashMap<>();
        citing.forEach((key, described) -> works.put(key, described.work()));
        return new BoardFacts(
                pairs,
                works,
                articles(connection),
                resting,
                notices(connection),
                pairs.size() >= settings.pairs() || resting.size() >= settings.pairs());
    }

    private record PairKey(long citing, long cited) {}

    private record Doubted(List<String> kinds, List<String> dates) {}

    private record DatedWork(BoardFacts.CitingWork work, String published) {}

    private static Set<Long> ids(Collection<PairKey> pairs, boolean citing) {
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> ids.add(citing ? pair.citing() : pair.cited()));
        return ids;
    }

    private Map<PairKey, Doubted> pairs(Connection connection) throws SQLException {
        Map<PairKey, Doubted> pairs = new LinkedHashMap<>();
        Sql.of(PAIRS)
                .with("kinds", CitedNotice.warnings())
                .with("most", settings.pairs())
                .each(
                        connection,
                        0,
                        row -> pairs.put(
                                new PairKey(row.getLong("citing"), row.getLong("cited")),
                                new Doubted(Sql.texts(row, "kinds"), Sql.texts(row, "dates"))));
        return pairs;
    }

    private static Map<PairKey, List<BoardFacts.Sentence>> sentences(
            Connection connection, Map<PairKey, Doubted> doubted) throws SQLException {
        Map<PairKey, List<BoardFacts.Sentence>> sentences = new HashMap<>();
        Sql said = Sql.of(SENTENCES)
                .with("kinds", CitedNotice.warnings())
                .with("acknowledging", CitedNotice.acknowledgingWords());
        said.each(connection, 0, row -> {
            PairKey pair = new PairKey(row.getLong("citing"), row.getLong("cited"));
            if (doubted.containsKey(pair)) {
                sentences
                        .computeIfAbsent(pair, key -> new ArrayList<>())
                        .add(new BoardFacts.Sentence(
                                row.getObject("id", UUID.class),
                                row.getInt("ordinal"),
                                admits(row, doubted.get(pair))));
            }
        });
        return sentences;
    }

    private static boolean admits(ResultSet row, Doubted notices) throws SQLException {
        String text = row.getString("text");
        if (text == null) {
            return false;
        }
        List<int[]> markers =
                StatementReader.spans((Integer[]) row.getArray("markers").getArray(), text.length());
        return notices.kinds().stream().distinct().anyMatch(kind -> CitedNotice.of(
                        new ShownNotice(kind, null, null, null), null, text, markers)
                .admitted());
    }

    private static Map<Long, DatedWork> works(Connection connection, Collection<Long> keys) throws SQLException {
        Map<Long, DatedWork> works = new HashMap<>();
        if (!keys.isEmpty()) {
            Sql.of(WORKS)
                    .with("keys", keys)
                    .each(
                            connection,
                            0,
                            row -> works.put(
                                    row.getLong("key"),
                                    new DatedWork(
                                            new BoardFacts.CitingWork(
                                                    row.getString("id"),
                                                    row.getObject("year", Integer.class),
                                                    row.getString("journal"),
                                                    row.getString("publisher"),
                                                    row.getLong("listed")),
                                            row.getString("published"))));
        }
        return works;
    }

    private static List<BoardFacts.SourceArticles> articles(Connection connection) throws SQLException {
        return Sql.of(ARTICLES)
                .list(
                        connection,
                        row -> new BoardFacts.SourceArticles(
                                row.getString("journal"),
                                row.getString("publisher"),
                                row.getObject("year", Integer.class),
                                row.getLong("articles")));
    }

    private List<BoardFacts.Resting> resting(Connection connection, Set<Long> via) throws SQLException {
        return via.isEmpty()
                ? List.of()
                : Sql.of(RESTING)
                        .with("via", via)
                        .with("most", settings.pairs())
                        .list(
                                connection,
                                row -> new BoardFacts.Resting(
                                        row.getLong("root"), row.getLong("listed"), row.getLong("said")));
    }

    private List<BoardFacts.NoticeFact> notices(Connection connection) throws SQLException {
        return Sql.of(NOTICES)
                .with("kinds", CitedNotice.warnings())
                .with("most", settings.pairs())
                .list(
                        connection,
                        row -> new BoardFacts.NoticeFact(
                                row.getLong("root"),
                                row.getString("id"),
                                row.getString("kind"),
                                row.getString("date"),
                                row.getString("notice"),
                                Sql.texts(row, "sources"),
                                Sql.instant(row, "learned"),
                                Sql.instant(row, "withdrawn"),
                                row.getString("why"),
                                row.getLong("citing")));
    }
}
