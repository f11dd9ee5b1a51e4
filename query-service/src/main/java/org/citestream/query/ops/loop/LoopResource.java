package org.citestream.query.ops.loop;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The loops of all services. */
@Path("/api/v1/ops/loops")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LoopResource {

    @Inject
    Loops loops;

    @Inject
    Caller caller;

    /** All loops. */
    public record LoopsAnswer(List<LoopRow> loops) {}

    @GET
    @Operation(summary = "Loops: whether they are paused, by whom and why, and their state")
    public LoopsAnswer all() {
        return new LoopsAnswer(loops.all());
    }

    @POST
    @Path("{group}/pause")
    @Requires(Scope.OPERATE)
    @Operation(summary = "Pauses a loop within a second, after the batch at hand")
    public LoopsAnswer pause(@PathParam("group") String group, @QueryParam("why") String why)
            throws InterruptedException {
        loops.order(group, true, caller.name(), why);
        return all();
    }

    @POST
    @Path("{group}/resume")
    @Requires(Scope.OPERATE)
    @Operation(summary = "Resumes a loop")
    public LoopsAnswer resume(@PathParam("group") String group, @QueryParam("why") String why)
            throws InterruptedException {
        loops.order(group, false, caller.name(), why);
        return all();
    }

    /** How many instances were told. */
    public record RewindAnswer(String group, Instant since, int instances) {}

    @POST
    @Path("{group}/rewind")
    @Requires(Scope.OPERATE)
    @Operation(
            summary = "Rewinds a loop: it reads its topic again from a time on",
            description =
                    "Of citestream.classify only: statements written since are labelled again, and the new labels replace the"
                            + " old ones. Offsets never move forward. since is a time, or 0 for the beginning; why is required"
                            + " and appears in the audit. The projection stores its offsets with its rows: rebuild the view instead.")
    public RewindAnswer rewind(
            @PathParam("group") String group, @QueryParam("since") String since, @QueryParam("why") String why)
            throws InterruptedException {
        Instant from = OpsParameters.time("since", OpsParameters.needed("since", since));
        return new RewindAnswer(group, from, loops.rewind(group, from, caller.name(), why));
    }

    @POST
    @Path("{group}/skip")
    @Requires(Scope.OPERATE)
    @Operation(
            summary = "Skips the record at which the projection has stopped",
            description =
                    "The last resort: record (TOPIC-PARTITION@OFFSET, as stoppedAt tells) becomes a dead letter, and"
                            + " what follows is written. why is needed and stands in the audit. A rebuild skips it too.")
    public LoopsAnswer skip(
            @PathParam("group") String group, @QueryParam("record") String record, @QueryParam("why") String why) {
        loops.skip(group, record, caller.name(), why);
        return all();
    }
}
