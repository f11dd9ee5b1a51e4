package org.citestream.query.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How a publication is cited; total is the sum of the four types. */
public record PublicationTally(
        long total, long supporting, long mentioning, long contrasting, long unclassified, long citingPublications) {

    /** The tallies of these works, by CURIE; all zeros for one that is known but not cited. */
    static Map<String, PublicationTally> read(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, PublicationTally> tallies = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT p.id, coalesce(sum(t.supporting), 0), coalesce(sum(t.mentioning), 0),
                       coalesce(sum(t.contrasting), 0), coalesce(sum(t.unclassified), 0),
                       coalesce(sum(t.citing_publications), 0)
                FROM active.publication p LEFT JOIN active.tally t ON t.cited = p.key
                WHERE p.id = ANY (?) GROUP BY p.id""")) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long supporting = row.getLong(2);
                    long mentioning = row.getLong(3);
                    long contrasting = row.getLong(4);
                    long unclassified = row.getLong(5);
                    tallies.put(
                            row.getString(1),
                            new PublicationTally(
                                    supporting + mentioning + contrasting + unclassified,
                                    supporting,
                                    mentioning,
                                    contrasting,
                                    unclassified,
                                    row.getLong(6)));
                }
            }
        }
        return tallies;
    }
}
