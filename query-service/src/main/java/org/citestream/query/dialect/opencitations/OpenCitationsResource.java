package org.citestream.query.dialect.opencitations;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.Issn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * OpenCitations' index under the paths that its clients know: {@code /index/v2}, {@code /index/api/v2} and, with bare DOIs,
 * {@code /index/v1}, {@code /index/api/v1}, {@code /index/coci/api/v1}. What is unknown answers an empty list. All take
 * {@code format, require, filter, sort} and {@code json}.
 */
@Path("/index/{base:v[12]|api/v[12]|coci/api/v1}")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Tag(name = "OpenCitations dialect")
@Blocking
public class OpenCitationsResource {

    private static final String EXTRAS =
            "format=json or csv; require=field drops rows where it is empty; filter=field:>value (=, <, > or a regular"
                    + " expression); sort=asc(field) or desc(field); json=array(\"; \",field) or dict(\", \",field,a,b).";
    private static final List<String> COUNT = List.of("count");

    static final String DESCRIBED =
            "[{\"id\": \"doi:10.5555/cs.hallam2016\", \"title\": \"A midbrain population\", \"author\": \"Hallam, Ida\","
                    + " \"pub_date\": \"2016-03\", \"venue\": \"Annals [issn:1234-567X]\"}]";
    private static final String ROWS =
            "[{\"oci\": \"0990100111-0990100112\", \"citing\": \"doi:10.5555/cs.calder2017\", \"cited\":"
                    + " \"doi:10.5555/cs.hallam2016\", \"creation\": \"2017-05\", \"timespan\": \"P1Y2M\", \"journal_sc\":"
                    + " \"no\", \"author_sc\": \"no\"}]";
    private static final String COUNTED = "[{\"count\": \"19\"}]";

    private final CitationRows citations;
    private final LinkCounts counts;
    private final MetadataRows metadata;
    private final OpenCitationsRequest asked;

    OpenCitationsResource(
            CitationRows citations, LinkCounts counts, MetadataRows metadata, OpenCitationsRequest asked) {
        this.citations = citations;
        this.counts = counts;
        this.metadata = metadata;
        this.asked = asked;
    }

    @GET
    @Path("citations/{id:.+}")
    @Operation(summary = "The citations that a work received", description = EXTRAS)
    @APIResponse(
            responseCode = "200",
            description = "The citations; empty for an unknown work",
            content = @Content(mediaType = "application/json", example = ROWS))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response citations() {
        return rows(asked.id("citations")
                .map(id -> citations.toward(id, asked.version()))
                .orElse(List.of()));
    }

    @GET
    @Path("references/{id:.+}")
    @Operation(summary = "The citations that a work makes", description = EXTRAS)
    @APIResponse(
            responseCode = "200",
            description = "The citations; empty for an unknown work",
            content = @Content(mediaType = "application/json", example = ROWS))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response references() {
        return rows(asked.id("references")
                .map(id -> citations.from(id, asked.version()))
                .orElse(List.of()));
    }

    @GET
    @Path("citation/{oci}")
    @Operation(summary = "One citation by its open citation identifier", description = EXTRAS)
    @APIResponse(
            responseCode = "200",
            description = "One row, or none",
            content = @Content(mediaType = "application/json", example = ROWS))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response citation() {
        return rows(Oci.read(asked.behind("citation"))
                .map(ends -> citations.between(ends[0], ends[1], asked.version()))
                .orElse(List.of()));
    }

    @GET
    @Path("citation-count/{id:.+}")
    @Operation(summary = "How many citations a work received", description = "A list of one row; the count is a text.")
    @APIResponse(
            responseCode = "200",
            description = "One row",
            content = @Content(mediaType = "application/json", example = COUNTED))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response citationCount() {
        return count(asked.id("citation-count")
                .map(id -> counts.toward(id, asked.version()))
                .orElse(0L));
    }

    @GET
    @Path("reference-count/{id:.+}")
    @Operation(summary = "How many citations a work makes", description = "A list of one row; the count is a text.")
    @APIResponse(
            responseCode = "200",
            description = "One row",
            content = @Content(mediaType = "application/json", example = COUNTED))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
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
    @APIResponse(
            responseCode = "200",
            description = "One row",
            content = @Content(mediaType = "application/json", example = COUNTED))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
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
    @APIResponse(
            responseCode = "200",
            description = "One row for each known id",
            content = @Content(mediaType = "application/json", example = DESCRIBED))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response metadata() {
        List<String> ids = asked.ids("metadata");
        return asked.version() == Version.V1
                ? RowsAnswer.of(metadata.index(ids), MetadataRows.INDEX, asked)
                : RowsAnswer.of(metadata.meta(ids), MetadataRows.META, asked);
    }

    private Response rows(List<Map<String, String>> rows) {
        return RowsAnswer.of(rows, CitationRows.COLUMNS, asked);
    }

    private Response count(long count) {
        return RowsAnswer.of(List.of(Map.of("count", Long.toString(count))), COUNT, asked);
    }
}
