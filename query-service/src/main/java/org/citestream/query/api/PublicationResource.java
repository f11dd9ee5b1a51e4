package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.publication.ShownPublication;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known of one publication, whatever is said about it. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@Blocking
public class PublicationResource {

    private final WorkLookup works;

    PublicationResource(WorkLookup works) {
        this.works = works;
    }

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "A publication: its ids, authors, journal, dates, licence and editorial notices",
            description = "Any of its ids finds it; the id in the answer is the one it goes by.")
    public ShownPublication publication(@Context HttpServerRequest request) {
        return works.find(request, "/api/v1/publications/");
    }
}
