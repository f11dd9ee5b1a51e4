package org.citestream.classify.decide.encoder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;

/**
 * What the encoder reads of one citation statement.
 *
 * @param heading outermost and innermost heading, empty if unknown
 * @param before the sentence before, or empty
 * @param text the citing sentence
 * @param after the sentence after, or empty
 * @param target where the cited work is marked in {@code text}; empty if unknown: then every marker counts as the target
 */
public record EncoderInput(String heading, String before, String text, String after, List<Span> target) {

    public EncoderInput {
        requireNonNull(heading, "heading");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        int length = text.length();
        // Spans come from other people's files: one that does not fit the text is left out, never an exception.
        target = target.stream()
                .map(span -> span.within(length))
                .filter(span -> span.end() > span.start())
                .toList();
    }

    /** What the encoder reads of a statement. */
    public static EncoderInput of(Statement statement) {
        return new EncoderInput(
                heading(statement.headings()),
                statement.before(),
                statement.text(),
                statement.after(),
                statement.markers());
    }

    /** The part of the article it stands in and the nearest heading: what lies between says little more. */
    private static String heading(List<String> path) {
        if (path.isEmpty()) {
            return "";
        }
        String outermost = path.get(0);
        return path.size() == 1 ? outermost : outermost + " : " + path.get(path.size() - 1);
    }

    /** The same statement as if its headings were unknown. */
    public EncoderInput withoutHeading() {
        return new EncoderInput("", before, text, after, target);
    }

    /** The same statement as if its neighbours were unknown. */
    public EncoderInput withoutNeighbours() {
        return new EncoderInput(heading, "", text, "", target);
    }

    /** The same statement with a stretch of the sentence blanked. */
    EncoderInput hiding(Span span) {
        String hidden =
                text.substring(0, span.start()) + " ".repeat(span.end() - span.start()) + text.substring(span.end());
        return new EncoderInput(heading, before, hidden, after, target);
    }
}
