package org.citestream.query.search;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that begins with what was typed.
 *
 * @param publication CURIE of the work that is meant, or null for an author
 */
public record Suggestion(SuggestionKind kind, String text, String publication) {
    /** What is suggested. */
    @Schema(name = "Kind")
    public enum SuggestionKind {
        TITLE,
        AUTHOR,
        DOI
    }

    public Suggestion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
