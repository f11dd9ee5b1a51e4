package org.citestream.query.tally;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.citestream.query.database.Sql;

/** Statements about one work by type, and the distinct works that cite it. */
public record TallySums(long supporting, long mentioning, long contrasting, long unclassified, long citing) {

    /** The columns that {@link #of} reads: sums over the rows {@code t} of {@code active.tally}. */
    public static final String COLUMNS = "coalesce(sum(t.supporting), 0) AS supporting,"
            + " coalesce(sum(t.mentioning), 0) AS mentioning, coalesce(sum(t.contrasting), 0) AS contrasting,"
            + " coalesce(sum(t.unclassified), 0) AS unclassified, coalesce(sum(t.citing_publications), 0) AS citing";

    public static final TallySums ZERO = new TallySums(0, 0, 0, 0, 0);

    public long total() {
        return supporting + mentioning + contrasting + unclassified;
    }

    public static TallySums of(ResultSet row) throws SQLException {
        return new TallySums(
                row.getLong("supporting"),
                row.getLong("mentioning"),
                row.getLong("contrasting"),
                row.getLong("unclassified"),
                row.getLong("citing"));
    }

    /** By key of the work; absent where nobody cites it. */
    public static Map<Long, TallySums> read(Connection connection, Collection<Long> works) throws SQLException {
        Map<Long, TallySums> tallies = new HashMap<>();
        new Sql()
                .add("SELECT t.cited, " + COLUMNS)
                .add("FROM active.tally t WHERE t.cited = ANY (?) GROUP BY t.cited", (Object)
                        works.toArray(Long[]::new))
                .list(connection, row -> tallies.put(row.getLong("cited"), of(row)));
        return tallies;
    }
}
