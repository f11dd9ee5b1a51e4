package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the report of one publication, whole and of one moment. Thread-safe. */
@ApplicationScoped
public class ReportReader {

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final StatementReader statements;
    private final NoticedReferenceReader noticed;
    private final ReportSettings settings;

    ReportReader(
            Snapshot snapshot,
            PublicationReader publications,
            StatementReader statements,
            NoticedReferenceReader noticed,
            ReportSettings settings) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.statements = statements;
        this.noticed = noticed;
        this.settings = settings;
    }

    /**
     * The report of the publication that the CURIE names, or empty if no fact ever named it.
     *
     * @throws DatabaseUnavailable if the database fails
     */
    public Optional<Report> read(String curie, ReportQuery query) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(read(connection, key.get(), query));
        });
    }

    private Report read(Connection connection, long key, ReportQuery query) throws SQLException {
        Moment moment = new Sql()
                .add("SELECT (SELECT number FROM app.generation WHERE state = 'active'),")
                .add("(extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
                .first(connection, row -> new Moment(row.getInt(1), row.getLong(2)))
                .orElseThrow();
        boolean whole = query.citing().isPresent();
        Long onlyCiting =
                whole ? publications.find(connection, query.citing().get()).orElse(-1L) : null;
        Counts counts = new Counts();
        List<Page.First> firsts = new ArrayList<>();
        Scope.of(key, query, onlyCiting)
                .add(Counts.sql(query, settings))
                .add("UNION ALL (")
                .add(new Page(query, moment.generation).firsts(whole))
                .add(")")
                .list(connection, row -> {
                    if (row.getString("kind").equals("group")) {
                        return firsts.add(Page.First.of(row));
                    }
                    counts.take(row);
                    return true;
                });
        boolean more = !whole && firsts.size() > query.limit();
        List<Page.First> shown = more ? firsts.subList(0, query.limit()) : firsts;
        List<Long> keys = new ArrayList<>(List.of(key));
        shown.forEach(first -> keys.add(first.citing()));
        Map<Long, ShownPublication> works = publications.read(connection, keys);
        ShownPublication publication = works.get(key);
        return new Report(
                publication.withoutNotices(),
                publication.notices(),
                query.blind() ? null : tally(connection, key, query, counts),
                references(connection, key),
                noticed.read(connection, key, publication.published()).orElse(null),
                counts.facets(query.blind()),
                counts.matching(),
                groups(connection, shown, works, query),
                more ? next(shown.get(shown.size() - 1), query, moment) : null);
    }

    private record Moment(int generation, long micros) {}

    private static String next(Page.First last, ReportQuery query, Moment moment) {
        // A page after the first keeps the moment of the first, unless the view was rebuilt since.
        Optional<Cursor> before = query.cursor().filter(cursor -> cursor.generation() == moment.generation);
        long until = before.map(Cursor::until).orElse(moment.micros);
        return new Cursor(query.order(), last.key(), last.statement(), moment.generation, until).encode();
    }

    private List<StatementGroup> groups(
            Connection connection, List<Page.First> shown, Map<Long, ShownPublication> works, ReportQuery query)
            throws SQLException {
        Map<UUID, ShownStatement> whole = statements.read(
                connection, shown.stream().map(Page.First::statement).toList(), query);
        Map<Long, List<ShownStatement>> byCiting = new LinkedHashMap<>();
        Map<Long, Long> sizes = new LinkedHashMap<>();
        for (Page.First first : shown) {
            byCiting.computeIfAbsent(first.citing(), citing -> new ArrayList<>())
                    .add(whole.get(first.statement()));
            sizes.put(first.citing(), first.size());
        }
        return byCiting.entrySet().stream()
                .map(group -> new StatementGroup(
                        works.get(group.getKey()).brief(),
                        group.getValue(),
                        sizes.get(group.getKey()) - group.getValue().size()))
                .toList();
    }

    private static ShownTally tally(Connection connection, long key, ReportQuery query, Counts counts)
            throws SQLException {
        Sql sql = new Sql();
        if (query.asOf().isEmpty() && !query.excludeSelf()) {
            sql.add("SELECT coalesce(sum(citing_publications), 0) FROM active.tally WHERE cited = ?", key);
        } else {
            sql.add("SELECT count(DISTINCT p.key) FROM active.reference_edge e");
            sql.add("JOIN active.publication c ON c.key = e.citing JOIN active.publication p ON p.key = c.root");
            sql.add("WHERE e.cited = ?", key);
            if (query.excludeSelf()) {
                sql.add("AND e.relationship <> ?", Codes.RELATIONSHIP.code("self"));
            }
            query.asOf().ifPresent(day -> sql.add("AND " + Scope.outBy("p"), Scope.upper(day)));
        }
        long citing = sql.first(connection, row -> row.getLong(1)).orElse(0L);
        long supporting = counts.type("supporting");
        long mentioning = counts.type("mentioning");
        long contrasting = counts.type("contrasting");
        long unclassified = counts.type("unclassified");
        return new ShownTally(
                supporting + mentioning + contrasting + unclassified,
                supporting,
                mentioning,
                contrasting,
                unclassified,
                citing,
                counts.citers());
    }

    private static long references(Connection connection, long key) throws SQLException {
        return new Sql()
                .add("SELECT count(DISTINCT cited) FROM active.reference_edge WHERE citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(")")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }
}
