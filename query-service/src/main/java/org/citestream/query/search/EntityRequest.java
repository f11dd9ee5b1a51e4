package org.citestream.query.search;

import java.util.Objects;

/**
 * Which authors, journals, affiliations or funders.
 *
 * @param words all of which a name contains; the last may go on. Blank for all
 * @param byName whether they come in the order of their names, else those with the most works first
 */
public record EntityRequest(Entity.EntityKind kind, String words, boolean byName, int offset, int limit) {

    public EntityRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        if (offset < 0 || limit < 1 || offset + limit > SearchRequest.FURTHEST) {
            throw new IllegalArgumentException("a page lies between 0 and " + SearchRequest.FURTHEST + " names");
        }
    }
}
