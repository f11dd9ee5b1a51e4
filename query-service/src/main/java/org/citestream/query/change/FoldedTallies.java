package org.citestream.query.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.VocabularySql;

/** The tallies as of the last sequence number given: before of the next change. */
final class FoldedTallies {

    private static final String SELECT = VocabularySql.of(
            "SELECT cited, ${types @}, citing_publications FROM app.folded_tally WHERE cited = ANY (?)");
    private static final String UPSERT = VocabularySql.of("""
            INSERT INTO app.folded_tally
                (cited, supporting, mentioning, contrasting, unclassified, not_a_sentence, citing_publications)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (cited) DO UPDATE SET ${types @ = excluded.@},
                citing_publications = excluded.citing_publications""");

    private FoldedTallies() {}

    static Map<String, Tally> load(Connection connection, Collection<String> cited) throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        try (PreparedStatement selecting = connection.prepareStatement(SELECT)) {
            selecting.setArray(1, connection.createArrayOf("text", cited.toArray()));
            try (ResultSet row = selecting.executeQuery()) {
                while (row.next()) {
                    tallies.put(row.getString("cited"), Tallies.of(row));
                }
            }
        }
        return tallies;
    }

    static void save(Connection connection, Map<String, Tally> tallies) throws SQLException {
        try (PreparedStatement upserting = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
                Tally tally = entry.getValue();
                upserting.setString(1, entry.getKey());
                upserting.setLong(2, tally.supporting());
                upserting.setLong(3, tally.mentioning());
                upserting.setLong(4, tally.contrasting());
                upserting.setLong(5, tally.unclassified());
                upserting.setLong(6, tally.notASentence());
                upserting.setLong(7, tally.citingPublications());
                upserting.addBatch();
            }
            upserting.executeBatch();
        }
    }
}
