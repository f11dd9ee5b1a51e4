package org.citestream.ingest.article;

/**
 * An organisation with an entry in the Research Organization Registry.
 *
 * @param ror the bare id, {@code 05a28rw58}
 * @param name as the article prints it, or null
 */
public record Institution(String ror, String name) {
    public Institution {
        if (ror == null || ror.isBlank()) {
            throw new IllegalArgumentException("an institution is known by its ROR id");
        }
    }
}
