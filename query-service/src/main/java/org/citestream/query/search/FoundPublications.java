package org.citestream.query.search;

import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;

/**
 * A page of publications.
 *
 * @param total of all pages
 * @param didYouMean where nothing was found, the words as they may have been meant, or null
 */
public record FoundPublications(long total, List<PublicationHit> hits, String didYouMean) {
    /**
     * One publication.
     *
     * @param highlights where the words stand in the title
     * @param tally absent in a blind answer
     */
    public record PublicationHit(ShownPublication publication, List<int[]> highlights, Tally tally) {}

    public FoundPublications {
        hits = List.copyOf(hits);
    }
}
