package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/**
 * Statements found.
 *
 * @param total of statements, exact
 * @param sentences that make them, exact where hits are sentences, else 0
 * @param ids of the page asked for, in order; where hits are sentences, the first statement of each that was found
 * @param facets every facet counted under all filters but its own, the greatest count first
 * @param highlighter marks the words of the query in a text
 */
public record StatementHits(
        long total, long sentences, List<UUID> ids, Map<Facet, List<FacetValue>> facets, Highlighter highlighter) {
    /** How many hits have a value. */
    public record FacetValue(String value, long count) {}

    public StatementHits {
        ids = List.copyOf(ids);
        facets = Map.copyOf(facets);
    }
}
