package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.database.ViewPosition;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.ShownTally;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Codes;

/** Reads the report of one publication, consistently as of one moment. Thread-safe. */
@Singleton
public record ReportReader(
        Snapshot snapshot,
        PublicationReader publications,
        StatementReader statements,
        NoticedReferenceReader noticed,
        CitedWorks works,
        CitedWorkReader reader,
        ReportSettings settings) {

    /**
     * The report of the publication with this CURIE; empty if no fact ever named it.
     *
     * @throws DatabaseUnavailableException if the database fails
     */
    public Optional<Report> read(String curie, ReportQuery query) {
        return answer(curie, query).map(ReportWithFindings::report);
    }

    /** A report and its trend as of the same moment. */
    public record ReportWithTrend(Report report, YearTrend trend) {}

    /** Like {@link #read}, with the data for charts. */
    public Optional<ReportWithTrend> readCharted(String curie, ReportQuery query) {
        return answer(curie, query)
                .map(answer ->
                        new ReportWithTrend(answer.report(), answer.findings().trend()));
    }

    private record ReportWithFindings(Report report, Findings findings) {}

    private Optional<ReportWithFindings> answer(String curie, ReportQuery query) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(read(connection, key.get(), query));
        });
    }

    private ReportWithFindings read(Connection connection, long key, ReportQuery query) throws SQLException {
        CitedWorks.WorkVersion standing = CitedWorks.versionOf(connection, key);
        boolean whole = query.citing().isPresent();
        Long onlyCiting =
                whole ? publications.find(connection, query.citing().get()).orElse(-1L) : null;
        Findings findings = findings(connection, key, query, onlyCiting, standing);
        // A later page keeps the moment of the first one, unless the view was rebuilt or restored since then.
        Cursor cursor = query.cursor().orElse(null);
        boolean sameView = cursor != null && cursor.moment().isComparableTo(standing.moment());
        List<StatementGroups.GroupHead> firsts;
        if (cursor == null && !whole) {
            firsts = findings.firsts(query.order(), query.limit() + 1);
        } else {
            StatementGroups inOrder = new StatementGroups(findings.selected(), query.order(), sameView ? cursor : null);
            firsts = whole ? inOrder.whole() : inOrder.firsts(cursor, query.limit() + 1);
        }
        boolean more = !whole && firsts.size() > query.limit();
        List<StatementGroups.GroupHead> shown = more ? firsts.subList(0, query.limit()) : firsts;
        SelectionCounts counts = findings.counts();
        List<Long> keys = new ArrayList<>(List.of(key));
        shown.forEach(first -> keys.add(first.citing()));
        Map<Long, ShownPublication> named = publications.read(connection, keys);
        ShownPublication publication = named.get(key);
        Report report = new Report(
                publication.withoutNotices(),
                publication.notices(),
                query.blind() ? null : tally(connection, key, query, counts, standing.citing()),
                references(connection, key),
                noticed.read(connection, key, publication.published()).orElse(null),
                findings.facets(query.blind()),
                counts.matching(),
                groups(connection, shown, named, query),
                more ? next(shown.get(shown.size() - 1), query, sameView ? cursor.moment() : standing.moment()) : null);
        return new ReportWithFindings(report, findings);
    }

    /** The result of the query over all statements about the work. */
    Findings findings(
            Connection connection, long key, ReportQuery query, Long onlyCiting, CitedWorks.WorkVersion standing)
            throws SQLException {
        CitedWork work = works.get(connection, key, standing);
        if (query.isUnconditional()) {
            return work.unconditional(
                    () -> new Findings(new FilterMisses(work, query, null, null), query.filters(), settings));
        }
        Set<UUID> hits = query.words().isEmpty() ? null : reader.hits(connection, key, query.words());
        return new Findings(new FilterMisses(work, query, onlyCiting, hits), query.filters(), settings);
    }

    private static String next(StatementGroups.GroupHead last, ReportQuery query, ViewPosition moment) {
        return new Cursor(query.order(), last.key(), last.statement(), moment).encode();
    }

    private List<StatementGroup> groups(
            Connection connection,
            List<StatementGroups.GroupHead> shown,
            Map<Long, ShownPublication> named,
            ReportQuery query)
            throws SQLException {
        Map<UUID, ShownStatement> whole = statements.read(
                connection,
                shown.stream().map(StatementGroups.GroupHead::statement).toList(),
                query);
        Map<Long, List<ShownStatement>> byCiting = new LinkedHashMap<>();
        Map<Long, Long> sizes = new LinkedHashMap<>();
        for (StatementGroups.GroupHead first : shown) {
            byCiting.computeIfAbsent(first.citing(), citing -> new ArrayList<>())
                    .add(whole.get(first.statement()));
            sizes.put(first.citing(), first.size());
        }
        return byCiting.entrySet().stream()
                .map(group -> new StatementGroup(
                        named.get(group.getKey()).brief(),
                        group.getValue(),
                        sizes.get(group.getKey()) - group.getValue().size()))
                .toList();
    }

    private static ShownTally tally(
            Connection connection, long key, ReportQuery query, SelectionCounts counts, long citingWhole)
            throws SQLException {
        long citing = citingWhole;
        if (query.asOf().isPresent() || query.excludeSelf()) {
            Sql sql = new Sql();
            sql.add("SELECT count(DISTINCT p.key) FROM active.reference_edge e");
            sql.add("JOIN active.publication c ON c.key = e.citing JOIN active.publication p ON p.key = c.root");
            sql.add("WHERE e.cited = ?", key);
            if (query.excludeSelf()) {
                sql.add("AND e.relationship <> ?", Codes.RELATIONSHIP.code("self"));
            }
            query.asOf().ifPresent(day -> sql.add("AND " + StatementScope.outBy("p"), StatementScope.upper(day)));
            citing = sql.first(connection, row -> row.getLong(1)).orElse(0L);
        }
        return ShownTally.of(
                new Tally(
                        counts.type(CitationType.SUPPORTING),
                        counts.type(CitationType.MENTIONING),
                        counts.type(CitationType.CONTRASTING),
                        counts.type(CitationType.UNCLASSIFIED),
                        counts.type(CitationType.NOT_A_SENTENCE),
                        citing),
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
