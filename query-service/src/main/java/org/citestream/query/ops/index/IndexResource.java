package org.citestream.query.ops.index;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.citestream.kit.problem.Problem;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.search.IndexCheck;
import org.citestream.query.search.IndexLoop;
import org.citestream.query.search.IndexPosition;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The search index of this instance; every instance has its own. A check reads the whole index and all tables, so only
 * one runs at a time.
 */
@Path("/api/v1/ops/index")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class IndexResource {

    private static final int DIFFERENCES = 100;

    @Inject
    IndexLoop loop;

    @Inject
    IndexCheck check;

    @Inject
    ChangeLog changes;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    private final Semaphore one = new Semaphore(1);

    /** The first hundred differences between index and tables, as text. */
    public record CheckAnswer(boolean agrees, long statements, List<String> differences) {}

    @GET
    @Operation(summary = "State of this instance's search index")
    public IndexState state() {
        try {
            IndexPosition place = loop.reached();
            return new IndexState(
                    loop.isFilling(),
                    place.generation(),
                    place.sequence(),
                    Math.max(0, changes.last() - place.sequence()),
                    loop.trouble().orElse(null));
        } catch (SQLException failed) {
            throw new DatabaseUnavailableException(failed);
        }
    }

    @POST
    @Path("rebuild")
    @Requires(Scope.OPERATE)
    @Operation(summary = "Rebuilds this instance's index from the tables; searches use the old one until then")
    public IndexState rebuild() {
        audit.write(caller.name(), "rebuild index", "the search index", "");
        loop.rebuild();
        return state();
    }

    @POST
    @Path("check")
    @Requires(Scope.OPERATE)
    @Operation(
            summary = "Compares index and tables, statement by statement",
            description = "Meaningful while nothing streams in: what is written but not yet followed counts as a"
                    + " difference.")
    public CheckAnswer check() {
        if (!one.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(503, "Busy", "a comparison is already running; try again when it has ended"));
        }
        try {
            audit.write(caller.name(), "check index", "the search index", "");
            IndexCheck.CheckResult result = check.compare(DIFFERENCES);
            return new CheckAnswer(result.differences().isEmpty(), result.statements(), result.differences());
        } catch (SQLException failed) {
            throw new DatabaseUnavailableException(failed);
        } finally {
            one.release();
        }
    }
}
