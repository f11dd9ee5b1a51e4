package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The size of the index, under scite's path. */
@Path("/stats")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class StatsResource {

    @Inject
    StatsReader reader;

    @GET
    @Operation(summary = "Sums over the whole index")
    public Stats stats() {
        return reader.stats();
    }

    @GET
    @Path("subject-coverage")
    @Operation(summary = "Works and the statements about them by subject", description = "The largest subjects first.")
    public List<Stats.Subject> subjects() {
        return reader.subjects();
    }
}
