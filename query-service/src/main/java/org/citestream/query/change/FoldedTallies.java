package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.tally.Tally;

/** The tallies as of the last sequence number given: before of the next change. */
final class FoldedTallies {

    private static final String SELECT =
            "SELECT cited, supporting, mentioning, contrasting, unclassified, citing_publications"
                    + " FROM app.folded_tally WHERE cited = ANY (:cited)";
    private static final String UPSERT = """
            INSERT INTO app.folded_tally
                (cited, supporting, mentioning, contrasting, unclassified, citing_publications)
            VALUES (:cited, :supporting, :mentioning, :contrasting, :unclassified, :citing)
            ON CONFLICT (cited) DO UPDATE SET supporting = excluded.supporting, mentioning = excluded.mentioning,
                contrasting = excluded.contrasting, unclassified = excluded.unclassified,
                citing_publications = excluded.citing_publications""";

    private FoldedTallies() {}

    static Map<String, Tally> load(Connection connection, Collection<String> cited) throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        Sql.of(SELECT)
                .with("cited", cited)
                .each(
                        connection,
                        0,
                        row -> tallies.put(
                                row.getString(1),
                                new Tally(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6))));
        return tallies;
    }

    static void save(Connection connection, Map<String, Tally> tallies) throws SQLException {
        Sql.of(UPSERT)
                .updateAll(
                        connection,
                        tallies.entrySet(),
                        entry -> Map.of(
                                "cited", entry.getKey(),
                                "supporting", entry.getValue().supporting(),
                                "mentioning", entry.getValue().mentioning(),
                                "contrasting", entry.getValue().contrasting(),
                                "unclassified", entry.getValue().unclassified(),
                                "citing", entry.getValue().citingPublications()));
    }
}
