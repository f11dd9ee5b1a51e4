package org.citestream.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * One factor in the decision about a statement, in a reader's words.
 *
 * @param words words of the statement, or null if the factor is not one of its words
 * @param what they count as; null if the words say it all
 * @param weight signed, one decimal
 * @param against whether it is evidence against the type
 * @param toward the type
 */
public record LabelFactor(String words, String what, String weight, boolean against, String toward) {

    private static final String STANDING = "standing:";
    /** The token that models read in place of the marker of the cited work. */
    private static final String MARKER = "<cite>";

    private static final String OTHER_MARKER = "<other>";

    /**
     * @param words words that the evidence points at, or null if none
     * @param evidence an item of evidence of a StatementClassified
     */
    static LabelFactor of(String words, JsonNode evidence) {
        double weight = evidence.path("weight").asDouble();
        return new LabelFactor(
                words,
                what(words, evidence.path("feature").asText()),
                String.format(Locale.ROOT, "%+.1f", weight).replace('-', '\u2212'),
                weight < 0,
                evidence.path("toward").asText());
    }

    /** Whether it is the marker of the cited work rather than a word. */
    static boolean isMarker(String feature) {
        return feature.equals(MARKER) || feature.equals(OTHER_MARKER);
    }

    /** Whether the model knows the words as a phrase of some kind, so that the feature names the kind. */
    static boolean isPhrase(String words, String feature) {
        return !feature.contains(MARKER)
                && !feature.contains(OTHER_MARKER)
                && !words.toLowerCase(Locale.ROOT).contains(feature);
    }

    private static String what(String words, String feature) {
        if (feature.startsWith(STANDING)) {
            return "section " + feature.substring(STANDING.length());
        }
        if (feature.contains(MARKER)) {
            return feature.equals(MARKER) ? "the marker" : "words beside the marker";
        }
        if (words != null && !isPhrase(words, feature)) {
            return null;
        }
        return feature.replace('-', ' ');
    }
}
