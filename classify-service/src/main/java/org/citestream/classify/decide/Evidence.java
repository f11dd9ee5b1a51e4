package org.citestream.classify.decide;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One piece of evidence for a decision.
 *
 * @param in where it stands: {@code text}, {@code before}, {@code after} or {@code heading}; absent for what stands
 *     nowhere, such as the size of the marker group
 * @param span where it stands there
 * @param feature what the model saw: a cue's class or the words
 * @param weight signed contribution to the class named
 * @param toward the class it speaks for (or, with a negative weight, against)
 */
public record Evidence(Optional<String> in, Optional<Span> span, String feature, double weight, CitationType toward) {

    public Evidence {
        requireNonNull(in, "in");
        requireNonNull(span, "span");
        requireNonNull(feature, "feature");
        requireNonNull(toward, "toward");
    }
}
