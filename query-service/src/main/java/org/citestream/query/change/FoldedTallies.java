package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.citestream.kit.database.Sql;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.VocabularySql;

/** The tallies as of the last sequence number given: the {@code before} of the next change. */
final class FoldedTallies {

    private static final String SELECT = VocabularySql.of(
            "SELECT cited, ${types @}, citing_publications FROM app.folded_tally WHERE cited = ANY (:cited)");
    private static final String UPSERT = VocabularySql.of("""
            INSERT INTO app.folded_tally
                (cited, supporting, mentioning, contrasting, unclassified, not_a_sentence, citing_publications)
            SELECT * FROM unnest(:cited, :supporting, :mentioning, :contrasting, :unclassified, :notASentence, :citing)
            ON CONFLICT (cited) DO UPDATE SET ${types @ = excluded.@},
                citing_publications = excluded.citing_publications""");

    private FoldedTallies() {}

    static Map<String, Tally> load(Connection connection, Collection<String> cited) throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        Sql.of(SELECT)
                .with("cited", cited)
                .each(connection, 0, row -> tallies.put(row.getString("cited"), Tallies.of(row)));
        return tallies;
    }

    static void save(Connection connection, Map<String, Tally> tallies) throws SQLException {
        List<Map.Entry<String, Tally>> rows =
                tallies.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        Sql.of(UPSERT)
                .with("cited", rows.stream().map(Map.Entry::getKey).toList())
                .with("supporting", column(rows, Tally::supporting))
                .with("mentioning", column(rows, Tally::mentioning))
                .with("contrasting", column(rows, Tally::contrasting))
                .with("unclassified", column(rows, Tally::unclassified))
                .with("notASentence", column(rows, Tally::notASentence))
                .with("citing", column(rows, Tally::citingPublications))
                .update(connection);
    }

    private static List<Long> column(List<Map.Entry<String, Tally>> rows, ToLongFunction<Tally> count) {
        return rows.stream().map(row -> count.applyAsLong(row.getValue())).toList();
    }
}
