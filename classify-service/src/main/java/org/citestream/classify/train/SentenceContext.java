package org.citestream.classify.train;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a labelled sentence, as far as its set tells.
 *
 * @param before the sentence before, or empty
 * @param after the sentence after, or empty
 * @param headings raw headings from the outermost to the innermost
 * @param secType the publisher's word for the section
 * @param groupSize works in the marker's group; absent: guessed from the sentence
 */
public record SentenceContext(
        String before, String after, List<String> headings, Optional<String> secType, Optional<Integer> groupSize) {

    public SentenceContext {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(secType, "secType");
        requireNonNull(groupSize, "groupSize");
        headings = List.copyOf(headings);
    }
}
