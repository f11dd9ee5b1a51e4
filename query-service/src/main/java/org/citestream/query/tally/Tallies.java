package org.citestream.query.tally;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.VocabularySql;

/** Reads tallies from the view's table, which has a row per work and partition. */
public final class Tallies {

    /** The columns that {@link #of} reads: sums over the rows {@code t} of {@code active.tally}. */
    public static final String COLUMNS = VocabularySql.of(
            "${types coalesce(sum(t.@), 0) AS @}, coalesce(sum(t.citing_publications), 0) AS citing_publications");

    private Tallies() {}

    /** The tally in a row whose columns have these names. */
    public static Tally of(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("supporting"),
                row.getLong("mentioning"),
                row.getLong("contrasting"),
                row.getLong("unclassified"),
                row.getLong("not_a_sentence"),
                row.getLong("citing_publications"));
    }

    /** By key of the work; absent for uncited works. */
    public static Map<Long, Tally> byKey(Connection connection, Collection<Long> works) throws SQLException {
        Map<Long, Tally> tallies = new HashMap<>();
        new Sql()
                .add("SELECT t.cited, " + COLUMNS)
                .add("FROM active.tally t WHERE t.cited = ANY (?) GROUP BY t.cited", (Object)
                        works.toArray(Long[]::new))
                .list(connection, row -> tallies.put(row.getLong("cited"), of(row)));
        return tallies;
    }

    /** The number of citing publications of the most cited works, by key of the work; at most {@code most} works. */
    public static Map<Long, Long> mostCited(Connection connection, int most) throws SQLException {
        Map<Long, Long> cited = new HashMap<>();
        new Sql()
                .add("SELECT cited, sum(citing_publications) AS citing FROM active.tally GROUP BY cited")
                .add("ORDER BY citing DESC, cited LIMIT ?", most)
                .list(connection, row -> cited.put(row.getLong("cited"), row.getLong("citing")));
        return cited;
    }

    /** By CURIE; all zeros for a known work without citations. */
    public static Map<String, Tally> byId(Connection connection, Collection<String> works) throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        new Sql()
                .add("SELECT p.id, " + COLUMNS)
                .add("FROM active.publication p LEFT JOIN active.tally t ON t.cited = p.key")
                .add("WHERE p.id = ANY (?) GROUP BY p.id", (Object) works.toArray(String[]::new))
                .list(connection, row -> tallies.put(row.getString("id"), of(row)));
        return tallies;
    }
}
