package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Facet;

/**
 * Statements found.
 *
 * @param total exact number of statements
 * @param sentences exact number of sentences if hits are sentences, else 0
 * @param ids of the requested page, in order; if hits are sentences, the first matching statement of each
 * @param facets every facet counted under all filters except its own, the greatest count first
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
