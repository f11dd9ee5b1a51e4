package org.citestream.query.project.event;

import java.time.Instant;
import java.util.List;

/** The same work under a better id. */
public record AliasFound(String from, String to, String method, float score, Instant foundAt)
        implements PublicationFact {

    private static final List<String> KINDS = List.of("ref", "arxiv", "pmcid", "pmid", "doi");

    public AliasFound {
        Require.publicationId("from", from);
        Require.publicationId("to", to);
        // Ascending kinds make a cycle impossible, so they are verified.
        if (kind(from) >= kind(to)) {
            throw new IllegalArgumentException(
                    "an alias leads from a lower to a higher kind of id (" + KINDS + "), not " + from + " to " + to);
        }
    }

    private static int kind(String id) {
        return KINDS.indexOf(id.substring(0, id.indexOf(':')));
    }
}
