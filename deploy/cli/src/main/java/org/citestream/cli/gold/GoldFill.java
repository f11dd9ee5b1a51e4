package org.citestream.cli.gold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins labels to the statements of extracted articles: by statement id; else, as another edition of an article names
 * its references otherwise, by work, sentence and place of the marker. Not safe for use by several threads.
 */
public final class GoldFill {

    private final GoldLabels labels;
    private final Map<Place, GoldLabel> byPlace = new HashMap<>();
    private final Map<String, ObjectNode> byId = new HashMap<>();
    private final Map<String, ObjectNode> bySentence = new HashMap<>();
    private final Map<String, Set<String>> idsOf = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private int rejected;

    public GoldFill(GoldLabels labels) {
        this.labels = labels;
        for (GoldLabel label : labels.all()) {
            byPlace.put(new Place(label.citing(), label.sentence(), label.start(), label.end()), label);
            label.pmcid().ifPresent(pmcid -> idsOf.computeIfAbsent("pmcid:" + pmcid, none -> new HashSet<>())
                    .add(label.citing()));
            idsOf.computeIfAbsent(label.citing(), none -> new HashSet<>()).add(label.citing());
        }
    }

    /** Where a label stands, whatever the reference is called. */
    private record Place(String citing, String sentence, int start, int end) {}

    /** Takes a line that {@code extract} printed; one of an article without labels changes nothing. */
    public void take(JsonNode line) {
        JsonNode work = line.path("publication");
        if (work.isMissingNode()) {
            rejected++;
            return;
        }
        Set<String> known = new HashSet<>();
        known.addAll(idsOf.getOrDefault(work.path("id").asText(), Set.of()));
        known.addAll(idsOf.getOrDefault("doi:" + work.path("doi").asText(), Set.of()));
        known.addAll(idsOf.getOrDefault("pmcid:" + work.path("pmcid").asText(), Set.of()));
        if (known.isEmpty()) {
            return;
        }
        read.addAll(known);
        for (JsonNode statement : line.path("statements")) {
            take(statement, known);
        }
    }

    private void take(JsonNode statement, Set<String> citing) {
        GoldLabel label = labels.byId().get(statement.path("id").asText());
        if (label != null) {
            byId.putIfAbsent(label.id(), FilledRow.of(label, statement));
        }
        String sentence = SentenceHash.of(statement.path("text").asText());
        JsonNode marker = statement.path("marker");
        for (String work : citing) {
            GoldLabel same = byPlace.get(new Place(
                    work, sentence, marker.path(0).asInt(), marker.path(1).asInt()));
            if (same != null) {
                bySentence.putIfAbsent(same.id(), FilledRow.of(same, statement));
            }
        }
    }

    /** What has been joined so far, in the order of the labels. */
    public Filled filled() {
        List<ObjectNode> rows = new ArrayList<>();
        List<GoldLabel> noArticle = new ArrayList<>();
        List<GoldLabel> noSentence = new ArrayList<>();
        int sentences = 0;
        for (GoldLabel label : labels.all()) {
            ObjectNode row = byId.get(label.id());
            if (row == null && bySentence.containsKey(label.id())) {
                row = bySentence.get(label.id());
                sentences++;
            }
            if (row != null) {
                rows.add(row);
            } else {
                (read.contains(label.citing()) ? noSentence : noArticle).add(label);
            }
        }
        return new Filled(rows, sentences, noArticle, noSentence, rejected);
    }

    /**
     * The joined rows, and what is missing.
     *
     * @param bySentence how many of the rows were found by work, sentence and marker rather than by id
     * @param noArticle labels whose article is not among those read
     * @param noSentence labels whose article was read but does not hold the sentence
     * @param rejected files that could not be read
     */
    public record Filled(
            List<ObjectNode> rows,
            int bySentence,
            List<GoldLabel> noArticle,
            List<GoldLabel> noSentence,
            int rejected) {

        public Filled {
            rows = List.copyOf(rows);
            noArticle = List.copyOf(noArticle);
            noSentence = List.copyOf(noSentence);
        }
    }
}
