package org.citestream.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.report.Highlights;
import org.citestream.query.report.ShownStatement;

/** A statement as shown on its card. */
public record StatementCard(
        ShownStatement statement,
        List<TextSegment> before,
        List<TextSegment> text,
        List<TextSegment> after,
        Explanation explanation,
        List<LabelFactor> reasons,
        List<CardScore> scores) {

    /** The probability of a class, 0 to 100. */
    public record CardScore(String type, int percent) {}

    static StatementCard of(ShownStatement statement) {
        return of(statement, statement.highlights());
    }

    /** The card with the search words marked; {@code found} may be null. */
    public static StatementCard of(ShownStatement statement, Highlights found) {
        return of(statement, statement.markers(), found);
    }

    private static StatementCard of(ShownStatement statement, List<int[]> markers, Highlights found) {
        Highlights hits = found == null ? new Highlights(List.of(), List.of(), List.of()) : found;
        return new StatementCard(
                statement,
                TextSegment.cut(statement.before(), List.of(), hits.before()),
                TextSegment.cut(statement.text(), markers, hits.text()),
                TextSegment.cut(statement.after(), List.of(), hits.after()),
                statement.machineType() == null ? null : Explanation.of(statement),
                reasons(statement),
                scores(statement.scores()));
    }

    /**
     * Cards of statements about several works, one for each sentence and label: of a sentence that cites more than one of the
     * works all their markers are shown.
     */
    public static List<StatementCard> bySentence(List<ShownStatement> statements) {
        Map<List<String>, List<ShownStatement>> sentences = new LinkedHashMap<>();
        for (ShownStatement one : statements) {
            sentences
                    .computeIfAbsent(
                            Arrays.asList(one.citing(), one.text(), one.section(), one.type()),
                            none -> new ArrayList<>())
                    .add(one);
        }
        return sentences.values().stream()
                .map(alike -> of(
                        alike.get(0),
                        alike.stream().flatMap(one -> one.markers().stream()).toList(),
                        null))
                .toList();
    }

    /** Whether the section adds something to the heading. */
    public boolean sectionToo() {
        return statement.section() != null && !statement.section().equalsIgnoreCase(statement.heading());
    }

    private static List<CardScore> scores(ShownStatement.ShownScores scores) {
        if (scores == null) {
            return List.of();
        }
        return List.of(
                new CardScore("supporting", Math.round(scores.supporting() * 100)),
                new CardScore("mentioning", Math.round(scores.mentioning() * 100)),
                new CardScore("contrasting", Math.round(scores.contrasting() * 100)));
    }

    private static List<LabelFactor> reasons(ShownStatement statement) {
        List<LabelFactor> reasons = new ArrayList<>();
        if (statement.evidence() != null) {
            for (JsonNode evidence : statement.evidence()) {
                reasons.add(LabelFactor.of(words(statement, evidence), evidence));
            }
        }
        return reasons;
    }

    /** The words that the evidence points at, or null if there are none. */
    static String words(ShownStatement statement, JsonNode evidence) {
        String text =
                switch (evidence.path("in").asText()) {
                    case "text" -> statement.text();
                    case "before" -> statement.before();
                    case "after" -> statement.after();
                    case "heading" -> statement.heading();
                    default -> null;
                };
        int start = evidence.at("/span/0").asInt(-1);
        int end = evidence.at("/span/1").asInt(-1);
        return text == null || start < 0 || end <= start || end > text.length() ? null : text.substring(start, end);
    }
}
