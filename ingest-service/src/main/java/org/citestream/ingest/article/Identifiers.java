package org.citestream.ingest.article;

import java.util.Optional;

/**
 * All registered ids of one publication, cleaned; null where unknown.
 *
 * @param doi lower-case, without any prefix, checked for form
 * @param pmid digits
 * @param pmcid {@code PMC} and digits
 * @param arxiv as arXiv writes it, without version: {@code 2103.01234}, {@code hep-th/9901001}
 */
public record Identifiers(String doi, String pmid, String pmcid, String arxiv) {
    public static final Identifiers NONE = new Identifiers(null, null, null, null);

    /** The first that exists of DOI, PMID, PMCID and arXiv id. */
    public Optional<PublicationId> best() {
        if (doi != null) {
            return Optional.of(new PublicationId("doi:" + doi));
        }
        if (pmid != null) {
            return Optional.of(new PublicationId("pmid:" + pmid));
        }
        if (pmcid != null) {
            return Optional.of(new PublicationId("pmcid:" + pmcid));
        }
        return Optional.ofNullable(arxiv).map(id -> new PublicationId("arxiv:" + id));
    }
}
