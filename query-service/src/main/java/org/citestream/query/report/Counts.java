package org.citestream.query.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one pass over a publication's statements counts. SQL over {@code scope}, each row {@code (kind, value, n)}, and
 * what its rows add up to.
 */
final class Counts {

    private static final String NOTHING = ", NULL::uuid, 0::float8, 0::float8, 0::float8, 0::float8";

    private final Map<String, Long> types = new HashMap<>();
    private final Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
    private long citers;
    private long matching;

    /** Everything a report counts, pieces joined by UNION ALL. */
    static Sql sql(ReportQuery query, ReportSettings settings) {
        Sql sql = new Sql();
        sql.add(
                "SELECT 'tally' AS kind, type::text AS value, count(*) AS n, NULL::uuid AS id, 0::float8 AS k1, 0::float8 AS k2,");
        sql.add("0::float8 AS k3, 0::float8 AS k4 FROM scope GROUP BY 2");
        sql.add("UNION ALL SELECT 'citers', NULL, count(DISTINCT root)" + NOTHING + " FROM scope");
        sql.add("UNION ALL SELECT 'matching', NULL, count(*)" + NOTHING + " FROM scope WHERE misses = 0");
        for (Facet facet : Facet.values()) {
            sql.add("UNION ALL").add(facet(facet, query, settings.topValues()));
        }
        return sql;
    }

    private static Sql facet(Facet facet, ReportQuery query, int top) {
        String rows = " FROM scope WHERE " + Scope.butFor(facet, query);
        Sql sql = new Sql();
        return switch (facet) {
            case SECTION, TYPE, YEAR, PUBLICATION_TYPE, RELATIONSHIP, JOURNAL, POSITION ->
                sql.add("SELECT '%s', %s::text, count(*)%s%s GROUP BY 2"
                        .formatted(facet.name(), Scope.column(facet), NOTHING, rows));
            case AUTHOR ->
                sql.add("SELECT 'AUTHOR', 'none', count(*)" + NOTHING + rows)
                        .add("AND cardinality(author_names) = 0")
                        .add("UNION ALL SELECT 'AUTHOR', value, n" + NOTHING + " FROM (SELECT * FROM (")
                        .add(authors(rows))
                        .add(
                                ") a ORDER BY (value = ANY (?)) DESC, n DESC, value LIMIT ?) top",
                                query.filters().of(facet).toArray(String[]::new),
                                top + query.filters().of(facet).size());
            case NOTICE ->
                sql.add("SELECT 'NOTICE', coalesce(kind, 'none'), count(*)" + NOTHING)
                        .add("FROM (SELECT unnest(coalesce(kinds, ARRAY[NULL])) AS kind" + rows + ") k GROUP BY kind");
        };
    }

    /** Statements per author: authors are looked at once a publication, not once a statement. */
    static Sql authors(String rows) {
        return new Sql()
                .add("SELECT a.name AS value, sum(g.n)::bigint AS n")
                .add("FROM (SELECT root, count(*) AS n" + rows + " GROUP BY root) g")
                .add("JOIN (SELECT DISTINCT ON (root) root, author_names FROM citer) c USING (root)")
                .add("CROSS JOIN LATERAL (SELECT DISTINCT unnest(c.author_names) AS name) a")
                .add("GROUP BY a.name");
    }

    void take(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String value = row.getString("value");
        long n = row.getLong("n");
        switch (kind) {
            case "tally" -> types.put(Codes.TYPE.name(Integer.parseInt(value)), n);
            case "citers" -> citers = n;
            case "matching" -> matching = n;
            default -> {
                Facet facet = Facet.valueOf(kind);
                if (n > 0) {
                    facets.computeIfAbsent(facet, f -> new ArrayList<>()).add(new FacetCount(named(facet, value), n));
                }
            }
        }
    }

    private static String named(Facet facet, String value) {
        return switch (facet) {
            case SECTION -> Codes.SECTION.name(Integer.parseInt(value));
            case TYPE -> Codes.TYPE.name(Integer.parseInt(value));
            case RELATIONSHIP -> Codes.RELATIONSHIP.name(Integer.parseInt(value));
            case POSITION -> Codes.POSITION.name(Integer.parseInt(value));
            case YEAR -> value == null ? Facet.UNKNOWN : value;
            case PUBLICATION_TYPE, JOURNAL, AUTHOR, NOTICE -> value;
        };
    }

    /** Statements of that type, without any filter. */
    long type(String type) {
        return types.getOrDefault(type, 0L);
    }

    /** Distinct citing publications with statements, without any filter. */
    long citers() {
        return citers;
    }

    long matching() {
        return matching;
    }

    /** All facets by parameter name, the most frequent value first, years from the latest. */
    Map<String, List<FacetCount>> facets(boolean blind) {
        Map<String, List<FacetCount>> named = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (facet == Facet.TYPE && blind) {
                continue;
            }
            Comparator<FacetCount> byValue = Comparator.comparing(FacetCount::value);
            Comparator<FacetCount> order = facet == Facet.YEAR
                    ? Comparator.comparing((FacetCount count) -> count.value().equals(Facet.UNKNOWN))
                            .thenComparing(byValue.reversed())
                    : Comparator.comparingLong(FacetCount::count).reversed().thenComparing(byValue);
            named.put(
                    facet.parameter(),
                    facets.getOrDefault(facet, List.of()).stream().sorted(order).toList());
        }
        return named;
    }
}
