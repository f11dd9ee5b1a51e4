package org.citestream.query.web.live;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;

/** The statements that came last. Looks back over a bounded number of changes. Thread-safe. */
@Singleton
public record Arrivals(Snapshot snapshot) {

    private static final int LOOKED_AT = 5000;

    /** The latest first, at most {@code most}, all later than {@code after}. */
    List<Arrival> latest(ArrivalFilter filter, long after, int most) {
        return snapshot.read(connection -> latest(connection, filter, after, most));
    }

    /** The latest of all, first. */
    public static List<Arrival> latest(Connection connection, int most) throws SQLException {
        return latest(connection, new ArrivalFilter(Map.of()), 0, most);
    }

    private static List<Arrival> latest(Connection connection, ArrivalFilter filter, long after, int most)
            throws SQLException {
        Sql sql = new Sql()
                .add("SELECT n.*, n.payload ->> 'type' AS type, n.payload ->> 'section' AS section,")
                .add("n.payload ->> 'text' AS text, coalesce(g.title, " + PublicationReader.listedAs("g")
                        + ") AS citing_title,")
                .add("coalesce(d.title, " + PublicationReader.listedAs("d") + ") AS cited_title FROM (")
                .add("SELECT * FROM (SELECT * FROM app.change WHERE sequence > ?", after)
                .add(
                        "ORDER BY sequence DESC LIMIT ?) c WHERE record = ?",
                        LOOKED_AT,
                        ChangeType.STATEMENT_ADDED.wireName());
        filter.values()
                .forEach((name, values) -> sql.add(
                        "AND EXISTS (SELECT FROM jsonb_array_elements_text(facets -> ?) v WHERE v = ANY (?))",
                        name,
                        values.toArray(String[]::new)));
        List<Arrival> latest = sql.add("ORDER BY sequence DESC LIMIT ?) n", most)
                .add("LEFT JOIN active.publication g ON g.id = n.citing")
                .add("LEFT JOIN active.publication d ON d.id = n.cited ORDER BY n.sequence DESC")
                .list(
                        connection,
                        row -> new Arrival(
                                row.getLong("sequence"),
                                row.getString("statement"),
                                Optional.ofNullable(row.getString("type")).orElse(CitationType.UNCLASSIFIED.wireName()),
                                row.getString("section"),
                                Optional.ofNullable(row.getString("text")).orElse(""),
                                row.getString("citing"),
                                row.getString("citing_title"),
                                row.getString("cited"),
                                row.getString("cited_title"),
                                row.getObject("at", OffsetDateTime.class)
                                        .toInstant()
                                        .toString(),
                                List.of()));
        return bySentence(latest);
    }

    /** What came in one after the other of one sentence is one arrival, the latest. */
    private static List<Arrival> bySentence(List<Arrival> arrivals) {
        List<Arrival> sentences = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            int last = sentences.size() - 1;
            if (last >= 0 && sentences.get(last).isOfOneSentenceWith(arrival)) {
                sentences.set(last, sentences.get(last).with(arrival));
            } else {
                sentences.add(arrival);
            }
        }
        return sentences;
    }
}
