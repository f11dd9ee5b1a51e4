package org.citestream.query.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citestream.kit.database.Sql;

/**
 * All statements that a report's parameters select, as a query: {@code id} and {@code root}, the key of the citing
 * publication, in order. For exports: everything that a report shows page by page.
 */
public final class SelectedStatements {

    /** All statements of a citing publication come together, at the position of the first one. */
    private static final String GROUPED = """
            first_value(k1) OVER of_root, first_value(k2) OVER of_root, first_value(k3) OVER of_root,
            first_value(k4) OVER of_root, first_value(id) OVER of_root, k1, k2, k3, k4, id""";

    private SelectedStatements() {}

    /**
     * The statements about one publication, in the order of its report.
     *
     * @param onlyCiting key of the one citing publication wanted, or null for all
     */
    public static Sql ofWork(long cited, ReportQuery query, Long onlyCiting, Sql more) {
        return ordered(
                StatementScope.of(cited, query, onlyCiting),
                keys(StatementOrderSql.keys(query.order())),
                more,
                "scope",
                GROUPED);
    }

    /**
     * The statements listed in a table with columns {@code id} and {@code place}, ordered by place.
     *
     * @param table a name of ours, never from input
     * @param grouped whether the statements of a citing publication must come together
     */
    public static Sql ofHits(String table, ReportQuery query, Long onlyCiting, Sql more, boolean grouped) {
        return ordered(
                StatementScope.of(new Sql().add("s.id IN (SELECT id FROM " + table + ")"), query, onlyCiting),
                keys(List.of("place", "0", "0", "0")),
                more,
                "scope JOIN " + table + " hit USING (id)",
                grouped ? GROUPED : "k1, id");
    }

    /** All statements, by citing publication and position in it. */
    public static Sql ofAll(ReportQuery query, Long onlyCiting, Sql more) {
        if (!query.narrows() && query.citing().isEmpty()) {
            // Along an index, so that the first rows come at once, however many there are.
            return new Sql()
                    .add("SELECT s.id, c.root FROM active.statement s JOIN active.publication c ON c.key = s.citing")
                    .add("WHERE true")
                    .add(more)
                    .add("ORDER BY s.citing, s.ordinal, s.id");
        }
        return ordered(
                StatementScope.of(new Sql().add("true"), query, onlyCiting),
                keys(List.of("root", "citing", "ordinal", "0")),
                more,
                "scope",
                "k1, k2, k3, id");
    }

    private static String keys(List<String> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "(%s)::float8 AS k%d".formatted(keys.get(i), i + 1))
                .collect(Collectors.joining(", "));
    }

    private static Sql ordered(Sql scope, String keys, Sql more, String from, String order) {
        return scope.add("SELECT id, root FROM (SELECT id, root, " + keys)
                .add("FROM " + from + " WHERE misses = 0")
                .add(more)
                .add(") keyed")
                .add("WINDOW of_root AS (PARTITION BY root ORDER BY k1, k2, k3, k4, id)")
                .add("ORDER BY " + order);
    }
}
