package org.citestream.classify.decide.cue;

import static java.util.Objects.requireNonNull;

/**
 * A phrase and what it hints at.
 *
 * @param phrase lower case, words parted by single blanks
 * @param open whether the last word may go on ({@code confirm*})
 */
public record Cue(CueClass kind, String phrase, boolean open) {

    public Cue {
        requireNonNull(kind, "kind");
        if (phrase.isBlank() || !phrase.equals(phrase.strip())) {
            throw new IllegalArgumentException("not a cue: '" + phrase + "'");
        }
    }
}
