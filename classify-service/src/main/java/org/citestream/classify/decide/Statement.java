package org.citestream.classify.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.citestream.classify.section.Section;

/**
 * What a classifier gets to see of one citation statement.
 *
 * @param text the citing sentence; may be empty, of any length and in any language
 * @param before the sentence before, or empty
 * @param after the sentence after, or empty
 * @param markers where the cited work is marked in {@code text}; spans outside it are cut
 * @param headings raw headings from the outermost to the innermost; empty where none is known
 * @param section the section it was put into, if known
 * @param groupSize works in the marker's group, at least 1
 * @param position body, caption, table, footnote, abstract or heading, or any other word
 * @param language BCP 47 tag of the article, if known
 */
public record Statement(
        String text,
        String before,
        String after,
        List<Span> markers,
        List<String> headings,
        Optional<Section> section,
        int groupSize,
        String position,
        Optional<String> language) {

    public Statement {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        headings = List.copyOf(headings);
        requireNonNull(section, "section");
        requireNonNull(position, "position");
        requireNonNull(language, "language");
        int length = text.length();
        markers = markers.stream().map(span -> span.within(length)).toList();
        groupSize = Math.max(1, groupSize);
    }

    /** The innermost heading, or empty. */
    public String heading() {
        return headings.isEmpty() ? "" : headings.get(headings.size() - 1);
    }

    /** The sentence as if nothing were known of where it stands. */
    public Statement alone() {
        return new Statement(text, "", "", markers, List.of(), Optional.empty(), groupSize, position, language);
    }

    /** The same under the nearest heading, and in the section, of another statement. */
    public Statement under(Statement other) {
        List<String> nearest = other.headings.isEmpty() ? List.of() : List.of(other.heading());
        return new Statement(text, before, after, markers, nearest, other.section, groupSize, position, language);
    }
}
