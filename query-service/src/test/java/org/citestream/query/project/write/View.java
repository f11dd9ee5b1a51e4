package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.citestream.query.tally.Tally;

/** What a test looks at in the view. */
public final class View {

    private static final String SUMS =
            "sum(supporting), sum(mentioning), sum(contrasting), sum(unclassified), sum(not_a_sentence),"
                    + " sum(citing_publications)";

    /** The deltas of the first generation's outbox, a row each. */
    public static final String OUTBOX = "(SELECT b.id, d.* FROM view_1.outbox b, unnest(b.deltas) WITH ORDINALITY d)";

    private final DataSource dataSource;

    public View(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Tallies that are not all zero, by publication id. */
    public Map<String, Tally> tallies() throws SQLException {
        return tallies("SELECT p.id, " + SUMS
                + " FROM active.tally t JOIN active.publication p ON p.key = t.cited GROUP BY p.id");
    }

    /** Tallies counted from rows. */
    public Map<String, Tally> recounted() throws SQLException {
        return tallies("""
                SELECT p.id, count(s.id) FILTER (WHERE s.type = 1), count(s.id) FILTER (WHERE s.type = 2),
                    count(s.id) FILTER (WHERE s.type = 3), count(s.id) FILTER (WHERE s.type = 0),
                    count(s.id) FILTER (WHERE s.type = 4),
                    (SELECT count(DISTINCT citing) FROM active.reference_edge e WHERE e.cited = p.key)
                FROM active.publication p LEFT JOIN active.statement s ON s.cited = p.key
                GROUP BY p.key, p.id""");
    }

    /** Tallies folded from the deltas of the outbox of the first generation. */
    public Map<String, Tally> folded() throws SQLException {
        return tallies("SELECT p.id, " + SUMS + " FROM " + OUTBOX
                + " o JOIN active.publication p ON p.key = o.cited GROUP BY p.id");
    }

    /** One line a row: the columns joined by a space, in order. */
    public List<String> lines(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i > 1 ? " " : "").append(rows.getString(i));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private Map<String, Tally> tallies(String query) throws SQLException {
        Map<String, Tally> tallies = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Tally tally = new Tally(
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        rows.getLong(7));
                if (!tally.equals(Tally.NONE)) {
                    tallies.put(rows.getString(1), tally);
                }
            }
        }
        return tallies;
    }
}
