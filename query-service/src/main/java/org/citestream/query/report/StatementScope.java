package org.citestream.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.YearRange;

/**
 * The statements about one publication as common table expressions: {@code scope} has one narrow row for each, with the
 * number of filters it misses; {@code citer} has one row for each citing publication. A facet is counted over the rows
 * that miss only its own filter, so one index scan serves all facets.
 */
final class StatementScope {

    /** More than all facets together: a miss that excludes a row from every facet. */
    private static final int NEVER = 100;

    private final ReportQuery query;
    private final Sql sql = new Sql();

    private StatementScope(ReportQuery query) {
        this.query = query;
    }

    /** {@code onlyCiting} is the key of the only citing publication, or null for all. */
    static Sql of(long cited, ReportQuery query, Long onlyCiting) {
        return of(new Sql().add("s.cited = ?", cited), query, onlyCiting);
    }

    /** The same for any statements: {@code which} is a condition on them. */
    static Sql of(Sql which, ReportQuery query, Long onlyCiting) {
        return new StatementScope(query).build(which, onlyCiting);
    }

    private Sql build(Sql which, Long onlyCiting) {
        statements(which);
        sql.add("""
                , citer AS MATERIALIZED (
                  SELECT d.citing, p.key AS root, p.id AS publication, p.title, p.year,
                         coalesce(p.publication_type, 'unknown') AS publication_type,
                         coalesce(p.journal, 'unknown') AS journal, p.author_names,
                         %s AS last_day
                  FROM (SELECT DISTINCT citing FROM found) d
                  JOIN active.publication c ON c.key = d.citing
                  JOIN active.publication p ON p.key = c.root)
                , noticed AS MATERIALIZED (
                  SELECT k.root, array_agg(DISTINCT n.kind) AS kinds
                  FROM (SELECT root, root AS key FROM citer
                        UNION
                        SELECT c.root, a.key FROM citer c
                        JOIN active.publication a ON a.root = c.root AND a.root <> a.key) k
                  JOIN active.notice n ON n.publication = k.key AND NOT n.removed
                  GROUP BY k.root)
                , flagged AS (
                  SELECT s.*, c.root, c.publication, c.title, c.year, c.publication_type, c.journal, c.author_names,
                         c.last_day, n.kinds""".formatted(lastDay("p")));
        List<String> misses = misses();
        sql.add(", CASE WHEN s.hit THEN 0 ELSE %d END".formatted(NEVER));
        if (onlyCiting != null) {
            sql.add("+ CASE WHEN c.root = ? THEN 0 ELSE %d END".formatted(NEVER), onlyCiting);
        }
        sql.add("AS outside FROM found s JOIN citer c USING (citing) LEFT JOIN noticed n USING (root)");
        query.asOf().ifPresent(day -> sql.add("WHERE c.last_day COLLATE \"C\" <= ?", upper(day)));
        misses.add(0, "outside");
        return sql.add(
                "), scope AS MATERIALIZED (SELECT *, %s AS misses FROM flagged)".formatted(String.join(" + ", misses)));
    }

    private void statements(Sql which) {
        sql.add("WITH found AS MATERIALIZED (SELECT s.id, s.citing, s.confidence, s.ordinal, s.inserted_at,");
        for (Facet facet : Facet.OF_STATEMENTS) {
            String column = facet == Facet.TYPE && query.machineLabels() ? "machine_type" : facet.column();
            sql.add("s.%s AS %s,".formatted(column, facet.column()));
        }
        if (query.words().isEmpty()) {
            sql.add("true AS hit");
        } else {
            sql.add("concat_ws(E'\\n', s.before, s.text, s.after) ILIKE ALL (?) AS hit", (Object)
                    query.words().likePatterns().toArray(String[]::new));
        }
        sql.add("FROM active.statement s WHERE (").add(which).add(")");
        if (query.excludeSelf()) {
            sql.add("AND s.relationship <> ?", Codes.RELATIONSHIP.code("self"));
        }
        sql.add(")");
    }

    /** Adds a column for each filtered facet, 1 if the row misses it, and returns their names. */
    private List<String> misses() {
        List<String> columns = new ArrayList<>();
        for (Facet facet : Facet.OF_REPORTS) {
            if (query.filters().has(facet)) {
                String column = "miss_" + facet.column();
                sql.add(", (NOT coalesce(").add(wanted(facet)).add(", false))::int AS " + column);
                columns.add(column);
            }
        }
        return columns;
    }

    private Sql wanted(Facet facet) {
        Filters filters = query.filters();
        List<String> chosen = filters.of(facet);
        Sql wanted = new Sql();
        return switch (facet) {
            case SECTION, TYPE, INTENT, RELATIONSHIP, POSITION ->
                wanted.add("s." + facet.column() + " = ANY (?)", (Object)
                        facet.codes().codes(chosen));
            case PUBLICATION_TYPE, JOURNAL ->
                wanted.add("c." + facet.column() + " = ANY (?)", (Object) chosen.toArray(String[]::new));
            case YEAR -> years(wanted, filters);
            case AUTHOR ->
                wanted.add(
                        "(c.author_names && ?::text[] OR (? AND cardinality(c.author_names) = 0))",
                        chosen.toArray(String[]::new),
                        chosen.contains(Facet.NONE));
            case NOTICE ->
                wanted.add(
                        "(coalesce(n.kinds && ?::text[], false) OR (? AND n.kinds IS NULL))",
                        chosen.toArray(String[]::new),
                        chosen.contains(Facet.NONE));
            case LICENCE -> throw new IllegalArgumentException("no report is filtered by " + facet);
        };
    }

    private static Sql years(Sql wanted, Filters filters) {
        wanted.add("((? AND c.year IS NULL)", filters.unknownYear());
        for (YearRange range : filters.years()) {
            wanted.add("OR coalesce(c.year BETWEEN ? AND ?, false)", range.from(), range.to());
        }
        return wanted.add(")");
    }

    /** The last day that the date of a publication may mean, as sortable text; null if it is not a date. */
    private static String lastDay(String publication) {
        String date = publication + ".published";
        return "CASE WHEN %s ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' THEN %s || substr('-12-31', length(%s) - 3) END"
                .formatted(date, date, date);
    }

    /** The condition that a publication was published by a day given as {@link #upper}. */
    static String outBy(String publication) {
        return "(" + lastDay(publication) + ") COLLATE \"C\" <= ?";
    }

    /** Dates known to the month sort as its 31st, so the last day of a month must do so too. */
    static String upper(LocalDate day) {
        boolean lastOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return day.toString().substring(0, 8)
                + (lastOfMonth ? "31" : day.toString().substring(8));
    }
}
