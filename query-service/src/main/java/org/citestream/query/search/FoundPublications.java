package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.FacetCount;

/**
 * A page of publications.
 *
 * @param total number on all pages
 * @param facets how many publications have each value, under all filters but the facet's own
 * @param didYouMean if nothing was found, a corrected spelling of the words, or null
 */
public record FoundPublications(
        long total, List<PublicationHit> hits, Map<String, List<FacetCount>> facets, String didYouMean) {
    /**
     * One publication.
     *
     * @param highlights where the words occur in the title
     * @param tally absent in a blind answer
     */
    public record PublicationHit(ShownPublication publication, List<int[]> highlights, Tally tally) {}

    public FoundPublications {
        hits = List.copyOf(hits);
    }
}
