package org.citestream.query.dialect.opencitations;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.Issn;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * OpenCitations' index under the paths that its clients know: {@code /index/v2}, {@code /index/api/v2} and, with bare
 * DOIs, {@code /index/v1}, {@code /index/api/v1}, {@code /index/coci/api/v1}. Unknown ids give an empty list. All take
 * {@code format, require, filter, sort} and {@code json}.
 */
@Path("/index/{base:v[12]|api/v[12]|coci/api/v1}")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Blocking
public class OpenCitationsResource {

    private static final String EXTRAS =
            "format=json or csv; require=field drops rows where it is empty; filter=field:>value (=, <, > or a regular"
                    + " expression); sort=asc(field) or desc(field); json=array(\"; \",field) or dict(\", \",field,a,b).";
    private static final List<String> COUNT = List.of("count");

    @Inject
    CitationRows rows;

    @Inject
    CitationCounts counts;

    @Inject
    MetadataRows works;

    @Inject
    OpenCitationsRequest asked;

    @GET
    @Path("citations/{id:.+}")
    @Operation(summary = "The citations that a work received", description = EXTRAS)
    public Response citations() {
        return rows(asked.id("citations")
                .map(id -> rows.toward(id, asked.version()))
                .orElse(List.of()));
    }

    @GET
    @Path("references/{id:.+}")
    @Operation(summary = "The citations that a work makes", description = EXTRAS)
    public Response references() {
        return rows(
                asked.id("references").map(id -> rows.from(id, asked.version())).orElse(List.of()));
    }

    @GET
    @Path("citation/{oci}")
    @Operation(summary = "One citation by its open citation identifier", description = EXTRAS)
    public Response citation() {
        return rows(Oci.read(asked.behind("citation"))
                .map(ends -> rows.between(ends[0], ends[1], asked.version()))
                .orElse(List.of()));
    }

    @GET
    @Path("citation-count/{id:.+}")
    @Operation(summary = "How many citations a work received", description = "A list of one row; the count is a text.")
    public Response citationCount() {
        return count(asked.id("citation-count")
                .map(id -> counts.toward(id, asked.version()))
                .orElse(0L));
    }

    @GET
    @Path("reference-count/{id:.+}")
    @Operation(summary = "How many citations a work makes", description = "A list of one row; the count is a text.")
    public Response referenceCount() {
        return count(asked.id("reference-count")
                .map(id -> counts.from(id, asked.version()))
                .orElse(0L));
    }

    @GET
    @Path("venue-citation-count/{issn}")
    @Operation(
            summary = "How many citations the works of a journal received",
            description = "issn:1234-5678. A list of one row; the count is a text.")
    public Response venueCitationCount() {
        return count(Issn.of(asked.behind("venue-citation-count"))
                .map(counts::towardJournal)
                .orElse(0L));
    }

    @GET
    @Path("metadata/{ids:.+}")
    @Operation(
            summary = "What is known of works",
            description = "Several ids (at most 100) are separated by two underscores. " + EXTRAS)
    public Response metadata() {
        List<String> ids = asked.ids("metadata");
        return asked.version() == IndexVersion.V1
                ? RowsAnswer.of(works.index(ids), MetadataRows.INDEX, asked)
                : RowsAnswer.of(works.meta(ids), MetadataRows.META, asked);
    }

    private Response rows(List<Map<String, String>> rows) {
        return RowsAnswer.of(rows, CitationRows.COLUMNS, asked);
    }

    private Response count(long count) {
        return RowsAnswer.of(List.of(Map.of("count", Long.toString(count))), COUNT, asked);
    }
}
