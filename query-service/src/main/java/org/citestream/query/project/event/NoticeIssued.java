package org.citestream.query.project.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/** An editorial notice about a publication: a fact to show, never a deletion. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeIssued(
        String publication, String kind, String date, String notice, List<String> urls, String source)
        implements PublicationFact {

    private static final Set<String> KINDS =
            Set.of("retraction", "withdrawal", "expression-of-concern", "erratum", "correction");

    public NoticeIssued {
        Require.publicationId("publication", publication);
        Require.oneOf("kind", KINDS, kind);
        urls = urls == null ? null : List.copyOf(urls);
    }
}
