package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.citestream.query.article.WithdrawalReader;
import org.citestream.query.http.Parameters;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportReader;
import org.citestream.query.report.ReportSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the literature says about one publication. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportResource {

    @Inject
    ReportReader reports;

    @Inject
    ReportSettings settings;

    @Inject
    WithdrawalReader withdrawals;

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "The report of a publication",
            description =
                    "The id is a CURIE (doi:…, pmid:…, pmcid:PMC…, arxiv:…, ref:…) or a bare DOI, raw or percent-encoded."
                            + " Filters may be repeated: any of the values of one, all of them together. Each facet is counted under all filters"
                            + " but its own. q searches within; order is relevance, newest, oldest or confidence; limit counts citing"
                            + " publications; cursor is `next` of the page before; citing shows one citing publication whole; asOf shows"
                            + " the report as it stood; exclude=self; blind=true leaves out all that tells the labels;"
                            + " labels=machine asks for the model's own.")
    @APIResponse(responseCode = "200", description = "The report; all zeros for a work that is known but not cited")
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood (application/problem+json)")
    @APIResponse(responseCode = "404", description = "Publication not found (application/problem+json)")
    @APIResponse(
            responseCode = "410",
            description = "The article was withdrawn and nothing cites it; the detail says who withdrew it and why")
    public Report report(@Context HttpServerRequest request, @Context UriInfo address) {
        return report(
                PathId.curie(request, "/api/v1/reports/"), Parameters.report(address.getQueryParameters(), settings));
    }

    /**
     * The report of the work with this CURIE.
     *
     * @throws ProblemException 404 if nothing ever named it, 410 if it was withdrawn and nothing cites it
     */
    public Report report(String curie, ReportQuery query) {
        withdrawals.ofUncited(curie).ifPresent(withdrawal -> {
            throw withdrawal.gone();
        });
        return reports.read(curie, query).orElseThrow(() -> ProblemException.notFound(unknown(curie)));
    }

    /** The problem for a work that nothing names. */
    public static String unknown(String curie) {
        return "'%s' not found: no article added so far is this work or cites it; add articles with POST /articles of ingest-service"
                .formatted(curie);
    }
}
