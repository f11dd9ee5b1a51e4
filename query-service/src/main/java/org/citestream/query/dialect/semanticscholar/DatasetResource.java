package org.citestream.query.dialect.semanticscholar;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Semantic Scholar's releases of datasets, of which there are none here: the index changes with every article. */
@Path("/datasets/v1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DatasetResource {

    private static final String INSTEAD =
            "; there are no releases here, take the whole view from /api/v1/exports and its changes from /api/v1/stream";

    @GET
    @Path("release")
    @Operation(summary = "No releases: an empty list")
    public List<String> releases() {
        return List.of();
    }

    @GET
    @Path("release/{release}")
    @Operation(summary = "No such release")
    public List<String> release(@PathParam("release") String release) {
        throw GraphError.notFound("Release " + release + " not found" + INSTEAD);
    }

    @GET
    @Path("release/{release}/dataset/{name}")
    @Operation(summary = "No such dataset")
    public List<String> dataset(@PathParam("release") String release, @PathParam("name") String name) {
        throw GraphError.notFound("Dataset " + name + " of release " + release + " not found" + INSTEAD);
    }

    @GET
    @Path("diffs/{from}/to/{to}/{name}")
    @Operation(summary = "No such difference")
    public List<String> difference(
            @PathParam("from") String from, @PathParam("to") String to, @PathParam("name") String name) {
        throw GraphError.notFound("Diffs of %s from %s to %s not found".formatted(name, from, to) + INSTEAD);
    }
}
