package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.citestream.query.http.Paging;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.ReferenceQuery;
import org.citestream.query.report.ReferenceReader;
import org.citestream.query.report.References;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a publication cites, and what it says about it. */
@Path("/api/v1/references")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReferenceResource {

    private static final int USUAL = 200;

    @Inject
    ReferenceReader references;

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "The reference list of a publication, with the types it gives what it cites",
            description =
                    "In the order of the list, or by order=newest, oldest or cited (by the most publications); q searches"
                            + " titles, authors, journals and entries as printed; type keeps what a statement of this type cites,"
                            + " noticed=true what there are editorial notices on; limit and offset page.")
    public References references(@Context HttpServerRequest request, @Context UriInfo address) {
        String curie = PathId.curie(request, "/api/v1/references/");
        Paging paging = Paging.of(address, USUAL);
        return references
                .read(curie, ReferenceQuery.parse(address.getQueryParameters(), paging.limit(), paging.offset()))
                .orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }
}
