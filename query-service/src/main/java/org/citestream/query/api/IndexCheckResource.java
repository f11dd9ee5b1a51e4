package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.citestream.query.report.DatabaseUnavailable;
import org.citestream.query.search.IndexCheck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the search index and the tables agree. Reads both whole, so only one check runs at a time. */
@Path("/api/v1/ops/search-index")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@Blocking
public class IndexCheckResource {

    private static final int MOST = 100;

    private final IndexCheck check;
    private final Semaphore one = new Semaphore(1);

    IndexCheckResource(IndexCheck check) {
        this.check = check;
    }

    @GET
    @Operation(
            summary = "Compares the search index with the tables, statement by statement",
            description = "differences is empty when they agree; while articles come in, what is written but not yet"
                    + " indexed counts as a difference. At most 100 are told.")
    public IndexCheck.Result compare() {
        if (!one.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(503, "Busy", "a comparison is running already; ask again when it has ended"));
        }
        try {
            return check.compare(MOST);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        } finally {
            one.release();
        }
    }
}
