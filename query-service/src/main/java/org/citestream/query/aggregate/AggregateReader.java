package org.citestream.query.aggregate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.report.YearTrend;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.tally.WilsonInterval;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Section;

/** Sums the statements about the works of an author, a journal, an affiliation, a funder or a year. Thread-safe. */
@Singleton
public record AggregateReader(Snapshot snapshot, EntityWorks entities, AggregateSettings settings) {

    /** The aggregate, or empty if no work has it. */
    public Optional<Aggregate> read(AggregateKind kind, String written) {
        String key = kind.key(written);
        Sql works = entities.of(kind, key);
        return snapshot.read(connection -> {
            List<Long> keys = EntityWorks.keys(connection, works);
            return keys.isEmpty() ? Optional.empty() : Optional.of(of(connection, kind, key, keys));
        });
    }

    private record TrendRow(Integer year, CitationType type, Section section, String relationship, long statements) {}

    /** The aggregate of these works, by their keys. */
    public Aggregate of(Connection connection, AggregateKind kind, String key, Collection<Long> works)
            throws SQLException {
        Long[] keys = works.toArray(Long[]::new);
        Tally tally = new Sql()
                .add("SELECT " + Tallies.COLUMNS + " FROM active.tally t WHERE t.cited = ANY (?)", (Object) keys)
                .first(connection, Tallies::of)
                .orElseThrow();
        List<TrendRow> counted = counted(connection, keys);
        return new Aggregate(
                kind.path(),
                key,
                keys.length,
                keys.length >= EntityWorks.MOST && !exact(kind, key),
                tally,
                sections(counted),
                index(tally),
                selfShare(counted),
                notices(connection, keys),
                years(counted),
                trend(counted));
    }

    private static boolean exact(AggregateKind kind, String key) {
        return kind == AggregateKind.YEARS || (kind == AggregateKind.JOURNALS && AggregateKind.isIssn(key));
    }

    /** Counted per citing publication first, from the index alone, so that few publications are looked up. */
    private static List<TrendRow> counted(Connection connection, Long[] keys) throws SQLException {
        return new Sql()
                .add("SELECT p.year, s.type, s.section, s.relationship, sum(s.n)::bigint AS n FROM (")
                .add("SELECT citing, type, section, relationship, count(*) AS n FROM active.statement")
                .add("WHERE cited = ANY (?) GROUP BY 1, 2, 3, 4", (Object) keys)
                .add(") s JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication p ON p.key = c.root GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4")
                .list(
                        connection,
                        row -> new TrendRow(
                                row.getObject("year", Integer.class),
                                CitationType.ofCode(row.getInt("type")),
                                Section.ofCode(row.getInt("section")),
                                Codes.RELATIONSHIP.name(row.getInt("relationship")),
                                row.getLong("n")));
    }

    /** The trend of statements about these works together, by their keys. */
    public static YearTrend trend(Connection connection, Collection<Long> works) throws SQLException {
        return trend(counted(connection, works.toArray(Long[]::new)));
    }

    private static YearTrend trend(List<TrendRow> counted) {
        return new YearTrend(counted.stream()
                .map(one -> new YearTrend.TrendCount(one.year(), one.type(), one.section(), one.statements()))
                .toList());
    }

    private Aggregate.CitationIndex index(Tally tally) {
        long sides = tally.supporting() + tally.contrasting();
        long typed = sides + tally.mentioning();
        return typed < settings.leastTyped() || sides == 0
                ? null
                : new Aggregate.CitationIndex(
                        tally.supporting(), tally.contrasting(), typed, WilsonInterval.of(tally.supporting(), sides));
    }

    private static Map<String, Map<String, Long>> sections(List<TrendRow> counted) {
        Map<String, Map<String, Long>> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            counted.stream()
                    .filter(one -> one.section() == section)
                    .forEach(one -> add(sections, section.wireName(), one));
        }
        return sections;
    }

    private static Map<String, Map<String, Long>> years(List<TrendRow> counted) {
        Map<String, Map<String, Long>> years = new LinkedHashMap<>();
        List<TrendRow> unknown = new ArrayList<>();
        for (TrendRow one : counted) {
            if (one.year() == null) {
                unknown.add(one);
            } else {
                add(years, one.year().toString(), one);
            }
        }
        unknown.forEach(one -> add(years, Facet.UNKNOWN, one));
        return years;
    }

    private static void add(Map<String, Map<String, Long>> counts, String value, TrendRow one) {
        counts.computeIfAbsent(value, first -> new LinkedHashMap<>())
                .merge(one.type().wireName(), one.statements(), Long::sum);
    }

    private static Aggregate.SelfShare selfShare(List<TrendRow> counted) {
        long[] sums = new long[3];
        for (TrendRow one : counted) {
            int place =
                    one.relationship().equals("self") ? 0 : one.relationship().equals("independent") ? 1 : 2;
            sums[place] += one.statements();
        }
        return new Aggregate.SelfShare(sums[0], sums[1], sums[2]);
    }

    private static Map<String, Long> notices(Connection connection, Long[] keys) throws SQLException {
        Map<String, Long> notices = new LinkedHashMap<>();
        new Sql()
                .add("WITH work AS (SELECT unnest(?) AS root),", (Object) keys)
                .add("named AS (SELECT root, root AS key FROM work UNION ALL SELECT p.root, p.key")
                .add("FROM work JOIN active.publication p ON p.root = work.root AND p.root <> p.key)")
                .add("SELECT n.kind, count(DISTINCT named.root) AS works FROM named")
                .add("JOIN active.notice n ON n.publication = named.key AND NOT n.removed")
                .add("GROUP BY n.kind ORDER BY n.kind")
                .list(connection, row -> notices.put(row.getString("kind"), row.getLong("works")));
        return notices;
    }
}
