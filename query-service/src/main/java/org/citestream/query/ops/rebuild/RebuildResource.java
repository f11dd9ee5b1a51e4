package org.citestream.query.ops.rebuild;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.citestream.kit.problem.Problem;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.project.Rebuild;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rebuilding the view. */
@Path("/api/v1/ops/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RebuildResource {

    @Inject
    Rebuild rebuild;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "How the rebuild of this instance stands")
    public RebuildAnswer state() {
        return RebuildAnswer.of(rebuild.state());
    }

    @POST
    @Requires(Scope.OPERATE)
    @Operation(
            summary = "Fills the next generation of the view from the log and swaps when it has caught up",
            description =
                    "Readers see no gap. Where the new one differs, changes are published with the cause" + " rebuild.")
    public RebuildAnswer start() throws InterruptedException {
        if (rebuild.isRunning()) {
            throw new ProblemException(Problem.of(409, "Under way", "A rebuild is running; wait for it, or cancel it"));
        }
        audit.write(caller.name(), "rebuild", "the view", "");
        rebuild.start();
        return state();
    }

    @DELETE
    @Requires(Scope.OPERATE)
    @Operation(summary = "Cancels the running rebuild; readers keep the active view")
    public RebuildAnswer cancel() {
        audit.write(caller.name(), "give up rebuild", "the view", "");
        rebuild.cancel();
        return state();
    }
}
