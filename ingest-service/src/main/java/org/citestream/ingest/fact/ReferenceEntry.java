package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An entry of a reference list, cited in the text or not.
 *
 * @param raw the reference as printed, at most 2 KB
 * @param match how the cited work was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferenceEntry(
        String key,
        String label,
        String cited,
        IdsValue ids,
        String title,
        Integer year,
        String raw,
        MatchValue match,
        RelationshipValue relationship,
        boolean citedInText) {

    /**
     * How the cited work was found, and how well.
     *
     * @param method {@code doi}, {@code pmid}, {@code pmcid}, {@code arxiv}, {@code title}, or {@code own}: only this
     *     list knows it
     * @param score 0 to 1
     */
    public record MatchValue(String method, double score) {}
}
