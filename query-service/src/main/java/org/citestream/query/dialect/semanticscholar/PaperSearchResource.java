package org.citestream.query.dialect.semanticscholar;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Semantic Scholar's searches for papers. */
@Path("/graph/v1/paper/search")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PaperSearchResource {

    private static final int USUAL = 100;
    private static final int FURTHEST = 1000;

    @Inject
    PaperSearch papers;

    @GET
    @Operation(
            summary = "Papers by words, the most relevant first",
            description =
                    "All words must occur in title, abstract or authors. publicationTypes, openAccessPdf, minCitationCount,"
                            + " publicationDateOrYear, year, venue and fieldsOfStudy narrow it. Pages end at 1,000 papers.")
    public Response relevant(@Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        String words = asked.needed("query");
        int limit = asked.number("limit", USUAL, 1, USUAL);
        int offset = asked.number("offset", 0, 0, FURTHEST);
        if (offset + limit > FURTHEST) {
            throw GraphError.refused("Requested data for this limit and/or offset is not available");
        }
        return Response.ok(papers.relevant(words, PaperCriteria.of(asked), asked.paperFields(null), offset, limit))
                .build();
    }

    @GET
    @Path("bulk")
    @Operation(
            summary = "All papers that words and conditions find, 1,000 at a time",
            description = "The words are optional: + and blanks are AND, | is OR, -without, \"phrases\", begin* and"
                    + " parentheses. sort is paperId, publicationDate or citationCount with :asc or :desc. Send the token of an answer"
                    + " for the papers behind it; the last answer has none.")
    public Response bulk(@Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        PaperFields fields = asked.paperFields(null);
        if (fields.citations() != null || fields.references() != null) {
            throw GraphError.refused("Unrecognized or unsupported fields: [citations, references]");
        }
        return Response.ok(papers.bulk(
                        asked.text("query"),
                        PaperCriteria.of(asked),
                        fields,
                        BulkOrder.of(asked),
                        BulkOrder.behind(asked)))
                .build();
    }

    @GET
    @Path("match")
    @Operation(
            summary = "The paper whose title is closest to the words",
            description =
                    "matchScore is 100 where title and words are the same. Not found where no title has three quarters of the words.")
    public Response match(@Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        return papers.match(asked.needed("query"), PaperCriteria.of(asked), asked.paperFields(null))
                .map(found -> Response.ok(java.util.Map.of("data", java.util.List.of(found)))
                        .build())
                .orElseThrow(() -> GraphError.notFound("Title match not found"));
    }
}
