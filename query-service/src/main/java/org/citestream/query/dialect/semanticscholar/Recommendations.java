package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.RelatedWorks;
import org.citestream.query.related.RelatedWorks.Related;
import org.citestream.query.related.Relation;
import org.citestream.query.web.PageAddress;

/** Papers that belong to examples, and why they do. Thread-safe. */
@Singleton
record Recommendations(
        Snapshot snapshot,
        PublicationReader publications,
        RelatedWorks related,
        GraphReader graph,
        PublicUrl publicUrl) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What is related to one example counts only among so many. */
    private static final int FOR_EACH = 500;

    /** How a work stands to all examples together. */
    private static final class Standing {
        private Relation relation = new Relation(0, 0, 0);
        private long score;
        private Long nearest;
        private long nearestScore;

        void add(long example, Relation its) {
            relation = new Relation(
                    relation.inOneBracket() + its.inOneBracket(),
                    relation.citedTogether() + its.citedTogether(),
                    relation.sharedReferences() + its.sharedReferences());
            score += its.score();
            if (its.score() > nearestScore) {
                nearest = example;
                nearestScore = its.score();
            }
        }
    }

    /**
     * Papers related to the one sort of examples and less so to the other, the most related first; examples are left out.
     *
     * @param liked CURIEs of known works
     * @param disliked CURIEs of known works
     */
    ObjectNode of(List<String> liked, List<String> disliked, PaperFields fields, int limit) {
        record Reason(String id, Relation relation, String nearest) {}
        List<Reason> found = snapshot.read(connection -> {
            Map<String, Long> keys = publications.keys(connection, liked);
            Map<String, Long> against = publications.keys(connection, disliked);
            Map<Long, Standing> standings = standings(connection, keys.values());
            for (long example : against.values().stream().distinct().toList()) {
                for (Related other : related.of(connection, example, FOR_EACH, 0)) {
                    Standing standing = standings.get(other.work());
                    if (standing != null) {
                        standing.score -= other.relation().score();
                    }
                }
            }
            keys.values().forEach(standings::remove);
            against.values().forEach(standings::remove);
            List<Map.Entry<Long, Standing>> best = standings.entrySet().stream()
                    .filter(one -> one.getValue().score > 0)
                    .sorted(Comparator.comparingLong((Map.Entry<Long, Standing> one) -> -one.getValue().score)
                            .thenComparing(Map.Entry::getKey))
                    .limit(limit)
                    .toList();
            Map<Long, ShownPublication> works = publications.read(
                    connection,
                    best.stream()
                            .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue().nearest))
                            .toList());
            return best.stream()
                    .map(one -> new Reason(
                            works.get(one.getKey()).id(),
                            one.getValue().relation,
                            works.get(one.getValue().nearest).id()))
                    .toList();
        });
        Map<String, ObjectNode> papers =
                graph.papers(found.stream().map(Reason::id).toList(), fields);
        ObjectNode answer = JSON.objectNode();
        ArrayNode recommended = answer.putArray("recommendedPapers");
        for (Reason reason : found) {
            ObjectNode paper = papers.get(reason.id());
            if (paper != null) {
                paper.putObject("reason")
                        .put("text", reason.relation().reason())
                        .put("inOneBracket", reason.relation().inOneBracket())
                        .put("citedTogether", reason.relation().citedTogether())
                        .put("sharedReferences", reason.relation().sharedReferences())
                        .put(
                                "url",
                                publicUrl.of(PageAddress.of("links", reason.nearest())
                                        .with("to", reason.id())
                                        .toString()));
                recommended.add(paper);
            }
        }
        return answer;
    }

    private Map<Long, Standing> standings(Connection connection, Collection<Long> examples) throws SQLException {
        Map<Long, Standing> standings = new HashMap<>();
        for (long example : examples.stream().distinct().toList()) {
            for (Related other : related.of(connection, example, FOR_EACH, 0)) {
                standings.computeIfAbsent(other.work(), work -> new Standing()).add(example, other.relation());
            }
        }
        return standings;
    }
}
