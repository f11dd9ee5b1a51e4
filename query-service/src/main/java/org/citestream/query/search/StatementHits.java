package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/**
 * Statements found.
 *
 * @param total exact
 * @param ids of the page asked for, in order
 * @param facets every facet counted under all filters but its own, the greatest count first
 * @param highlighter marks the words of the query in a text
 */
public record StatementHits(long total, List<UUID> ids, Map<Facet, List<FacetValue>> facets, Highlighter highlighter) {
    /** How many hits have a value. */
    public record FacetValue(String value, long count) {}

    public StatementHits {
        ids = List.copyOf(ids);
        facets = Map.copyOf(facets);
    }
}
