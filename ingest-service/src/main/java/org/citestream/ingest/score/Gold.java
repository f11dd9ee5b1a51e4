package org.citestream.ingest.score;

import java.util.List;
import java.util.Map;

/**
 * What a file itself says about its citations.
 *
 * @param citations links whose target is a reference, one entry a target, in document order
 * @param unresolved links declared as citations that lead to no reference
 * @param implied keys of references inside ranges of which only the ends are linked
 * @param references number of entries
 * @param dois DOI by key of the entries that carry one in an id or a link
 */
public record Gold(
        List<GoldCitation> citations, int unresolved, List<String> implied, int references, Map<String, String> dois) {
    public Gold {
        citations = List.copyOf(citations);
        implied = List.copyOf(implied);
        dois = Map.copyOf(dois);
    }

    /**
     * A link to a reference.
     *
     * @param position as statements name it
     * @param body whether it stands in the body of the article
     */
    public record GoldCitation(String key, String position, boolean body) {}
}
