package org.citestream.query.search;

import java.util.Objects;

/**
 * Something that begins with what was typed.
 *
 * @param publication CURIE of the work that is meant, or null for an author
 */
public record Suggestion(Kind kind, String text, String publication) {
    /** What is suggested. */
    public enum Kind {
        TITLE,
        AUTHOR,
        DOI
    }

    public Suggestion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
