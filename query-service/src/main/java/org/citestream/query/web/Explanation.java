package org.citestream.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.vocabulary.CitationType;

/**
 * Explains in plain sentences why a statement has its label: by the words that decided and by its location. The model's
 * own names for these are not used.
 */
public record Explanation(List<ExplanationSentence> sentences) {

    /** A piece of a sentence; {@code quoted} if it is text of the article. */
    public record Piece(String text, boolean quoted) {}

    /** Consecutive pieces, without spaces between them. */
    public record ExplanationSentence(List<Piece> pieces) {

        public ExplanationSentence {
            pieces = List.copyOf(pieces);
        }

        static ExplanationSentence of(String text) {
            return new ExplanationSentence(List.of(new Piece(text, false)));
        }
    }

    /** Words weaker than this share of the strongest ones are left out. */
    private static final double NOTABLE = 0.3;

    private static final int MOST_QUOTES = 2;
    private static final String STANDING = "standing:";
    private static final String ASKED = "asked";

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** Such words alone mean nothing to a reader. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "also", "been", "both", "from", "have", "into", "other", "such", "than", "that", "their", "there", "these",
            "they", "this", "those", "were", "when", "which", "while", "with");

    public Explanation {
        sentences = List.copyOf(sentences);
    }

    static Explanation of(ShownStatement statement) {
        List<ExplanationSentence> said = new ArrayList<>();
        CitationType machine = CitationType.ofWireName(statement.machineType());
        if (statement.failure() != null) {
            said.add(ExplanationSentence.of(failure(machine, statement.failure())));
            return new Explanation(said);
        }
        boolean asked = isAsked(statement);
        boolean found = machine.isAnswer() && words(statement, said);
        if (machine.isAnswer() && !found) {
            said.add(ExplanationSentence.of(
                    machine == CitationType.MENTIONING
                            ? "Nothing in it says more than that the work is cited."
                            : "No single word decided, but the sentence as a whole."));
        }
        if (machine == CitationType.UNCLASSIFIED) {
            said.add(ExplanationSentence.of("No type was probable enough, so it is left unclassified."));
        }
        if (asked) {
            said.add(ExplanationSentence.of("A second model read it too, with " + around(statement) + "."));
        }
        return new Explanation(said);
    }

    private static boolean isAsked(ShownStatement statement) {
        return statement.model() != null && ASKED.equals(statement.model().encoder());
    }

    private static String failure(CitationType machine, String failure) {
        if (machine == CitationType.NOT_A_SENTENCE) {
            return "There are no words to judge: this is a table cell, a list of numbers or a citation alone.";
        }
        return failure.contains("not English")
                ? "It is not in English, and the model reads English only."
                : "The model could not decide: " + failure + ".";
    }

    private static String around(ShownStatement statement) {
        if (statement.before() != null) {
            return statement.after() != null ? "the sentences around it" : "the sentence before";
        }
        return statement.after() != null ? "the sentence after" : "its heading";
    }

    /** One factor in favour of the label. */
    private record Grounds(String in, String words, double weight) {}

    private static boolean words(ShownStatement statement, List<ExplanationSentence> said) {
        List<Grounds> grounds = grounds(statement);
        String standing = standing(statement);
        List<Piece> pieces = new ArrayList<>();
        quote(pieces, grounds, "text", "It says ");
        quote(pieces, grounds, "heading", "Its heading says ");
        if (pieces.isEmpty() && standing != null) {
            pieces.add(new Piece("It stands in the " + standing, false));
        } else if (standing != null) {
            pieces.add(new Piece(", and stands in the " + standing, false));
        }
        end(said, pieces);
        for (String near : List.of("before", "after")) {
            List<Piece> around = new ArrayList<>();
            quote(around, grounds, near, "The sentence " + near + " says ");
            end(said, around);
        }
        return !said.isEmpty();
    }

    private static void quote(List<Piece> pieces, List<Grounds> grounds, String in, String begin) {
        List<Grounds> here = grounds.stream()
                .filter(one -> one.in.equals(in))
                .limit(MOST_QUOTES)
                .toList();
        for (int i = 0; i < here.size(); i++) {
            pieces.add(new Piece(i == 0 ? (pieces.isEmpty() ? begin : "; " + lower(begin)) : " and ", false));
            pieces.add(new Piece(here.get(i).words, true));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void end(List<ExplanationSentence> said, List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            pieces.add(new Piece(".", false));
            said.add(new ExplanationSentence(pieces));
        }
    }

    /**
     * The notable words in favour of the label, the strongest first. Two models may differ: words in favour of another
     * type than the published one explain nothing.
     */
    private static List<Grounds> grounds(ShownStatement statement) {
        List<Grounds> grounds = new ArrayList<>();
        for (JsonNode evidence : evidence(statement)) {
            String words = StatementCard.words(statement, evidence);
            if (words != null && speaksFor(statement, evidence) && tells(statement, words, evidence)) {
                grounds.add(new Grounds(
                        evidence.path("in").asText(),
                        words.strip(),
                        evidence.path("weight").asDouble()));
            }
        }
        grounds.sort((one, other) -> Double.compare(other.weight, one.weight));
        double least = grounds.isEmpty() ? 0 : grounds.get(0).weight * NOTABLE;
        return grounds.stream().filter(one -> one.weight >= least).toList();
    }

    /** The section, if it is in favour of the label. */
    private static String standing(ShownStatement statement) {
        for (JsonNode evidence : evidence(statement)) {
            String feature = evidence.path("feature").asText();
            if (feature.startsWith(STANDING) && speaksFor(statement, evidence)) {
                String section = feature.substring(STANDING.length());
                return section.equals("other") || section.equals("unknown") ? null : section;
            }
        }
        return null;
    }

    private static Iterable<JsonNode> evidence(ShownStatement statement) {
        return statement.evidence() == null ? List.of() : statement.evidence();
    }

    private static boolean speaksFor(ShownStatement statement, JsonNode evidence) {
        return evidence.path("weight").asDouble() > 0
                && evidence.path("toward").asText().equals(statement.machineType());
    }

    /**
     * Whether the words alone mean something to a reader. If the second model was used, the first one's were not
     * enough; then only phrases that it knows count.
     */
    private static boolean tells(ShownStatement statement, String words, JsonNode evidence) {
        String feature = evidence.path("feature").asText();
        if (LabelFactor.isMarker(feature)) {
            return false;
        }
        // A phrase that the model knows is meaningful, however short.
        return LabelFactor.isPhrase(words, feature)
                || (!isAsked(statement)
                        && WORD.matcher(words).results().anyMatch(word -> !EMPTY_WORDS.contains(lower(word.group()))));
    }
}
