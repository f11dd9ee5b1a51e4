package org.citestream.query.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The groups of one page as SQL over {@code scope}, in the order asked for, each by its first statement. */
final class Page {

    private static final String NEWNESS = "coalesce(replace(last_day, '-', '')::int, 0)";

    private final ReportQuery query;
    private final int generation;

    Page(ReportQuery query, int generation) {
        this.query = query;
        this.generation = generation;
    }

    /** The first statement of a group; {@code size} is the number of matching statements of that group. */
    record First(long citing, UUID statement, long size, List<Double> key) {

        static First of(ResultSet row) throws SQLException {
            return new First(
                    Long.parseLong(row.getString("value")),
                    row.getObject("id", UUID.class),
                    row.getLong("n"),
                    List.of(row.getDouble("k1"), row.getDouble("k2"), row.getDouble("k3"), row.getDouble("k4")));
        }
    }

    /** One group more than asked for tells whether there is another page; with {@code whole}, all its statements. */
    Sql firsts(boolean whole) {
        Sql sql = new Sql().add("SELECT 'group' AS kind, root::text AS value, n, id, k1, k2, k3, k4 FROM (");
        sql.add("SELECT *, row_number() OVER (PARTITION BY root ORDER BY k1, k2, k3, k4, id) AS nth,");
        sql.add("count(*) OVER (PARTITION BY root) AS n FROM (SELECT id, root,");
        List<String> keys = keys();
        sql.add(IntStream.range(0, keys.size())
                .mapToObj(i -> "(%s)::float8 AS k%d".formatted(keys.get(i), i + 1))
                .collect(Collectors.joining(", ")));
        sql.add("FROM scope WHERE misses = 0");
        query.cursor()
                .filter(cursor -> cursor.generation() == generation)
                .ifPresent(cursor -> sql.add(
                        "AND inserted_at <= timestamptz 'epoch' + ? * interval '1 microsecond'", cursor.until()));
        sql.add(") keyed) ranked WHERE true");
        if (!whole) {
            sql.add("AND nth = 1");
            query.cursor().ifPresent(cursor -> after(sql, cursor));
        }
        sql.add("ORDER BY k1, k2, k3, k4, id");
        return whole ? sql : sql.add("LIMIT ?", query.limit() + 1);
    }

    private static void after(Sql sql, Cursor cursor) {
        List<Double> key = cursor.key();
        sql.add(
                "AND (k1, k2, k3, k4, id) > (?, ?, ?, ?, ?)",
                key.get(0),
                key.get(1),
                key.get(2),
                key.get(3),
                cursor.statement());
    }

    private List<String> keys() {
        return switch (query.order()) {
            case RELEVANCE -> List.of("""
                    CASE type WHEN 3 THEN 0 WHEN 1 THEN 10 ELSE 20 END
                    + CASE section WHEN 3 THEN 0 WHEN 4 THEN 1 WHEN 2 THEN 2 WHEN 1 THEN 3 WHEN 5 THEN 4 ELSE 5 END""", "-confidence", "-" + NEWNESS, "0");
            case NEWEST -> List.of("-" + NEWNESS, "ordinal", "0", "0");
            case OLDEST -> List.of("coalesce(replace(last_day, '-', '')::int, 99999999)", "ordinal", "0", "0");
            case CONFIDENCE -> List.of("-confidence", "-" + NEWNESS, "ordinal", "0");
        };
    }
}
