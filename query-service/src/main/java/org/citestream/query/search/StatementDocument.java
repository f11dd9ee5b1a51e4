package org.citestream.query.search;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/**
 * What the index holds of one statement itself; the rest belongs to its article.
 *
 * @param cited key of the cited work, aliases resolved
 * @param citedDoi null if there is none
 * @param before the sentence before it, or null
 * @param after the sentence after it, or null
 * @param headings headings above it, or null
 * @param codes of the facets that belong to the statement itself; an absent one is unknown
 */
public record StatementDocument(
        UUID id,
        long cited,
        String citedDoi,
        String text,
        String before,
        String after,
        String headings,
        Map<Facet, Integer> codes) {
    public StatementDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        codes = Map.copyOf(codes);
    }

    /** The code of a facet that belongs to the statement itself. */
    int code(Facet facet) {
        return codes.getOrDefault(facet, 0);
    }

    /** The name of that code. */
    String name(Facet facet) {
        return facet.codes().name(code(facet));
    }
}
