package org.citestream.ingest.catalogue;

import java.util.Map;
import org.citestream.ingest.fact.PublicationDescribed;

/**
 * What the catalogue says about one article's references.
 *
 * @param matches by the reference's key, one for each reference
 * @param ownWords by publication id, how a work that was read or registered describes itself
 * @param hearsay by publication id, how reference lists have described it so far
 */
public record ReferenceMatches(
        Map<String, Match> matches,
        Map<String, PublicationDescribed> ownWords,
        Map<String, PublicationDescribed> hearsay) {
    public ReferenceMatches {
        matches = Map.copyOf(matches);
        ownWords = Map.copyOf(ownWords);
        hearsay = Map.copyOf(hearsay);
    }

    /** The publication that the reference with this key cites. */
    public Match match(String referenceKey) {
        return matches.get(referenceKey);
    }
}
