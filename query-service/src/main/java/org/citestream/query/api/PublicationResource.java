package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.publication.ShownPublication;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is known about one publication itself. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PublicationResource {

    @Inject
    WorkLookup works;

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "A publication: its ids, authors, journal, dates, licence and editorial notices",
            description = "Any of its ids finds it; the id in the answer is the one it goes by.")
    public ShownPublication publication(@Context HttpServerRequest request) {
        return works.find(request, "/api/v1/publications/");
    }
}
