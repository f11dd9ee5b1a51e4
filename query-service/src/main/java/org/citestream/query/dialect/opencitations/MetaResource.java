package org.citestream.query.dialect.opencitations;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** OpenCitations Meta: metadata of works. */
@Path("/meta/{base:v1|api/v1}")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Blocking
public class MetaResource {

    @Inject
    MetadataRows works;

    @Inject
    OpenCitationsRequest asked;

    @GET
    @Path("metadata/{ids:.+}")
    @Operation(
            summary = "What is known of works",
            description =
                    "Ids as doi:…, pmid:…, separated by two underscores (at most 100). Takes format, require, filter,"
                            + " sort and json as the index does.")
    public Response metadata() {
        return RowsAnswer.of(works.meta(asked.ids("metadata")), MetadataRows.META, asked);
    }

    @GET
    @Path("author/{id:.+}")
    @Operation(
            summary = "The works of an author",
            description = "By ORCID: orcid:0000-0002-1825-0097. No rows for an author who is not known.")
    public Response author() {
        return RowsAnswer.of(works.by(asked.orcid("author")), MetadataRows.META, asked);
    }

    @GET
    @Path("editor/{id:.+}")
    @Operation(summary = "The works of an editor", description = "No rows: editors are not known of any work.")
    public Response editor() {
        return RowsAnswer.of(List.of(), MetadataRows.META, asked);
    }
}
