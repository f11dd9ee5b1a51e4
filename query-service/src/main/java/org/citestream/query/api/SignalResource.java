package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.http.PathId;
import org.citestream.query.integrity.SignalReader;
import org.citestream.query.integrity.Signals;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the reference list of an article shows. */
@Path("/api/v1/signals")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SignalResource {

    @Inject
    SignalReader signals;

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "Signals of an article's reference list, each with its definition",
            description =
                    "Entries that the text never cites, shared authors, works that cite back, and works cited in large groups. They"
                            + " are places to look at, no verdicts: each has harmless reasons.")
    public Signals signals(@Context HttpServerRequest request) {
        String curie = PathId.curie(request, "/api/v1/signals/");
        return signals.read(curie).orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }
}
