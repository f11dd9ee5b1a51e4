package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much there is, as scite's clients ask for it. */
@Path("/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scite dialect")
@Blocking
public class StatsResource {

    private final StatsReader stats;

    StatsResource(StatsReader stats) {
        this.stats = stats;
    }

    @GET
    @Operation(summary = "Sums over the whole index")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = @Content(mediaType = Examples.JSON, example = Examples.STATS))
    public Stats stats() {
        return stats.stats();
    }

    @GET
    @Path("subject-coverage")
    @Operation(summary = "Works and the statements about them by subject", description = "The largest subjects first.")
    @APIResponse(
            responseCode = "200",
            description = "By subject",
            content = @Content(mediaType = Examples.JSON, example = Examples.SUBJECTS))
    public List<Stats.Subject> subjects() {
        return stats.subjects();
    }
}
