package org.citestream.query.dialect.scite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;

/**
 * A statement that a found work makes.
 *
 * @param work key of the work that makes it
 * @param markers start, end, start, end … in UTF-16 code units of text
 */
record FoundStatement(
        long work,
        SciteCitation citation,
        String text,
        String before,
        String after,
        List<Integer> markers,
        String language) {

    FoundStatement {
        markers = List.copyOf(markers);
    }

    /**
     * The first matching statements of each work.
     *
     * @param among only these, in their order; empty for all
     */
    static List<FoundStatement> read(Connection connection, List<Long> works, List<UUID> among, Sql filter, int each)
            throws SQLException {
        Sql sql = new Sql()
                .add("SELECT f.* FROM (SELECT " + SciteCitation.COLUMNS
                        + ", s.text, s.before, s.after, s.markers, s.language,")
                .add("c.root, citing.id AS citing_id, cited.id AS cited_id,")
                .add(PublicationReader.doi("citing") + " AS source, " + PublicationReader.doi("cited") + " AS target,")
                .add("row_number() OVER (PARTITION BY c.root ORDER BY h.place NULLS LAST, s.ordinal, s.id) AS nth")
                .add("FROM active.publication c JOIN active.statement s ON s.citing = c.key")
                .add("JOIN active.publication citing ON citing.key = c.root")
                .add("JOIN active.publication cited ON cited.key = s.cited")
                .add(
                        (among.isEmpty() ? "LEFT " : "") + "JOIN unnest(?::uuid[]) WITH ORDINALITY AS h (id, place)",
                        (Object) among.toArray(UUID[]::new))
                .add(
                        "ON h.id = s.id WHERE (c.key = ANY (?) OR (c.root = ANY (?) AND c.root <> c.key))",
                        keys(works),
                        keys(works))
                .add(filter)
                .add(") f WHERE f.nth <= ? ORDER BY f.root, f.nth", each);
        return sql.list(connection, row -> {
            String source = Optional.ofNullable(row.getString("source")).orElse(row.getString("citing_id"));
            String target = Optional.ofNullable(row.getString("target")).orElse(row.getString("cited_id"));
            return new FoundStatement(
                    row.getLong("root"),
                    SciteCitation.of(row, source, target),
                    row.getString("text"),
                    row.getString("before"),
                    row.getString("after"),
                    List.of((Integer[]) row.getArray("markers").getArray()),
                    row.getString("language"));
        });
    }

    private static Long[] keys(List<Long> works) {
        return works.toArray(Long[]::new);
    }
}
