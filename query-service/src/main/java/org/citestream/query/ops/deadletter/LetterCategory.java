package org.citestream.query.ops.deadletter;

import java.time.Instant;

/**
 * Dead letters of one kind.
 *
 * @param meaning of the category, for people
 * @param open number of undecided letters
 * @param sample an example, or null
 */
public record LetterCategory(
        String group,
        String category,
        String meaning,
        long open,
        long redriven,
        long discarded,
        Instant newest,
        ShownDeadLetter sample) {

    LetterCategory with(ShownDeadLetter one) {
        return new LetterCategory(group, category, meaning, open, redriven, discarded, newest, one);
    }
}
