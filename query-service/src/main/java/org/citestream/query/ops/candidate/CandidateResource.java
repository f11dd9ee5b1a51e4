package org.citestream.query.ops.candidate;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.citestream.query.http.Paging;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a candidate model would change, while {@code deploy/citestream reclassify} has a candidate. */
@Path("/api/v1/ops/candidate")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CandidateResource {

    private static final int USUAL = 50;

    @Inject
    CandidateReader candidate;

    @GET
    @Operation(
            summary = "The difference that a candidate model makes",
            description =
                    "Per class and section, the statements that change and the tallies that move; limit and offset"
                            + " page the last two.")
    @APIResponse(responseCode = "404", description = "There is no candidate")
    public CandidateDiff diff(@Context UriInfo address) {
        Paging paging = Paging.of(address, USUAL);
        return candidate
                .read(paging.limit(), paging.offset())
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no candidate model; make one with" + " deploy/citestream reclassify --model FILE"));
    }
}
