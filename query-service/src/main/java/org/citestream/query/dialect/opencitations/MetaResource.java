package org.citestream.query.dialect.opencitations;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** OpenCitations Meta: what is known of works. */
@Path("/meta/{base:v1|api/v1}")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Tag(name = "OpenCitations dialect")
@Blocking
public class MetaResource {

    private final MetadataRows metadata;
    private final OpenCitationsRequest asked;

    MetaResource(MetadataRows metadata, OpenCitationsRequest asked) {
        this.metadata = metadata;
        this.asked = asked;
    }

    @GET
    @Path("metadata/{ids:.+}")
    @Operation(
            summary = "What is known of works",
            description =
                    "Ids as doi:…, pmid:…, separated by two underscores (at most 100). Takes format, require, filter,"
                            + " sort and json as the index does.")
    @APIResponse(
            responseCode = "200",
            description = "One row for each known id",
            content = @Content(mediaType = "application/json", example = OpenCitationsResource.DESCRIBED))
    @APIResponse(
            responseCode = "400",
            description = "require, filter, sort or json cannot be read (application/problem+json)")
    public Response metadata() {
        return RowsAnswer.of(metadata.meta(asked.ids("metadata")), MetadataRows.META, asked);
    }

    @GET
    @Path("author/{id:.+}")
    @Operation(
            summary = "The works of an author",
            description = "By ORCID: orcid:0000-0002-1825-0097. No rows for an author who is not known.")
    @APIResponse(
            responseCode = "200",
            description = "One row for each work",
            content = @Content(mediaType = "application/json", example = OpenCitationsResource.DESCRIBED))
    @APIResponse(responseCode = "400", description = "The id is not an ORCID (application/problem+json)")
    public Response author() {
        return RowsAnswer.of(metadata.by(asked.orcid("author")), MetadataRows.META, asked);
    }

    @GET
    @Path("editor/{id:.+}")
    @Operation(summary = "The works of an editor", description = "No rows: editors are not known of any work.")
    @APIResponse(
            responseCode = "200",
            description = "No rows",
            content = @Content(mediaType = "application/json", example = "[]"))
    public Response editor() {
        return RowsAnswer.of(List.of(), MetadataRows.META, asked);
    }
}
