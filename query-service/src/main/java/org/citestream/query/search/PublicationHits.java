package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import org.citestream.query.vocabulary.Facet;

/**
 * Publications found.
 *
 * @param total exact
 * @param ids CURIEs of the requested page, in order
 * @param facets how many publications have each value, under all filters but the facet's own; empty if not requested
 * @param highlighter marks the words of the query in a text
 */
public record PublicationHits(
        long total, List<String> ids, Map<Facet, List<StatementHits.FacetValue>> facets, Highlighter highlighter) {
    public PublicationHits {
        ids = List.copyOf(ids);
        facets = Map.copyOf(facets);
    }
}
