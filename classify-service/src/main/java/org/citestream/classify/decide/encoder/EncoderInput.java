package org.citestream.classify.decide.encoder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.citestream.classify.decide.Span;
import org.citestream.classify.decide.Statement;

/**
 * What the encoder reads of one citation statement.
 *
 * @param heading the nearest heading, empty if unknown
 * @param text the citing sentence
 * @param target where the cited work is marked in {@code text}; empty if unknown: then every marker counts as the target
 */
public record EncoderInput(String heading, String text, List<Span> target) {

    public EncoderInput {
        requireNonNull(heading, "heading");
        int length = text.length();
        // Spans come from other people's files: one that does not fit the text is left out, never an exception.
        target = target.stream()
                .map(span -> span.within(length))
                .filter(span -> span.end() > span.start())
                .toList();
    }

    /** What the encoder reads of a statement: neighbours are left out, for no labelled set has them. */
    public static EncoderInput of(Statement statement) {
        return new EncoderInput(statement.heading(), statement.text(), statement.markers());
    }

    /** The same statement as if its heading were unknown. */
    public EncoderInput withoutHeading() {
        return new EncoderInput("", text, target);
    }

    /** The same statement with a stretch of the sentence blanked. */
    EncoderInput hiding(Span span) {
        String hidden =
                text.substring(0, span.start()) + " ".repeat(span.end() - span.start()) + text.substring(span.end());
        return new EncoderInput(heading, hidden, target);
    }
}
