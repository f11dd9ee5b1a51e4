package org.citestream.query.search;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A completion of what is being typed.
 *
 * @param publication CURIE of the suggested work, or null for an author
 */
public record Suggestion(SuggestionKind kind, String text, String publication) {
    /** The kind of a suggestion. */
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
