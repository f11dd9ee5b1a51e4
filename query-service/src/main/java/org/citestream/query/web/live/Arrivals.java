package org.citestream.query.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/** Reads the newest statements. Looks back over a limited number of changes. Thread-safe. */
@Singleton
public record Arrivals(Snapshot snapshot) {

    private static final int LOOKED_AT = 5000;

    /** The latest first, at most {@code most}, all later than {@code after}. */
    List<Arrival> latest(ArrivalFilter filter, long after, int most) {
        return snapshot.read(connection -> latest(connection, filter, after, most));
    }

    /** The latest arrivals of all, the latest first. */
    public static List<Arrival> latest(Connection connection, int most) throws SQLException {
        return latest(connection, new ArrivalFilter(Map.of()), 0, most);
    }

    private static List<Arrival> latest(Connection connection, ArrivalFilter filter, long after, int most)
            throws SQLException {
        List<Change> newest = ChangeLog.newest(connection, change -> isWanted(change, filter), after, LOOKED_AT, most);
        Map<String, String> titles = titles(connection, newest);
        return bySentence(newest.stream().map(change -> arrival(change, titles)).toList());
    }

    private static boolean isWanted(Change change, ArrivalFilter filter) {
        return change.type() == ChangeType.STATEMENT_ADDED
                && filter.values().entrySet().stream()
                        .noneMatch(wanted -> Collections.disjoint(
                                change.facets().getOrDefault(wanted.getKey(), List.of()), wanted.getValue()));
    }

    private static Map<String, String> titles(Connection connection, List<Change> changes) throws SQLException {
        Map<String, String> titles = new HashMap<>();
        Sql.of("SELECT p.id, coalesce(p.title, " + PublicationReader.listedAs("p")
                        + ") AS title FROM active.publication p WHERE p.id = ANY (:ids)")
                .with(
                        "ids",
                        changes.stream()
                                .flatMap(change -> Stream.of(change.citing(), change.cited()))
                                .toList())
                .each(connection, 0, row -> titles.put(row.getString("id"), row.getString("title")));
        return titles;
    }

    private static Arrival arrival(Change change, Map<String, String> titles) {
        JsonNode value = change.value();
        return new Arrival(
                change.sequence(),
                String.valueOf(change.statement()),
                value.path(Facet.TYPE.parameter()).asText(CitationType.UNCLASSIFIED.wireName()),
                value.path(Facet.SECTION.parameter()).textValue(),
                value.path("text").asText(""),
                change.citing(),
                titles.get(change.citing()),
                change.cited(),
                titles.get(change.cited()),
                change.at().toString(),
                List.of());
    }

    /** Consecutive arrivals of one sentence are merged into the latest one. */
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
