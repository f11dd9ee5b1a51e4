package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.http.Paging;
import org.citestream.query.http.Parameters;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.FacetReader;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.vocabulary.FacetValues;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All values of a report's facets with many values. */
@Path("/api/v1/facets")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FacetResource {

    private static final int USUAL = 50;

    @Inject
    FacetReader facets;

    @Inject
    ReportSettings settings;

    @GET
    @Path("{facet}/{id:.+}")
    @Operation(
            summary = "All authors, journals or citing publications of a report, searchable",
            description = "facet is author, journal or citing; q finds values that contain all its words;"
                    + " limit and offset page; the report's filters apply, all but the facet's own.")
    public FacetValues values(
            @Context HttpServerRequest request, @Context UriInfo address, @PathParam("facet") String facet) {
        if (!FacetReader.LISTED.contains(facet)) {
            throw ProblemException.notFound("'%s' cannot be listed; write author, journal or citing".formatted(facet));
        }
        String curie = PathId.curie(request, "/api/v1/facets/" + facet + "/");
        Map<String, List<String>> filters = new HashMap<>(address.getQueryParameters());
        List.of("q", "limit", "offset").forEach(filters::remove);
        String like =
                Optional.ofNullable(address.getQueryParameters().getFirst("q")).orElse("");
        Paging paging = Paging.of(address, USUAL);
        return facets.read(curie, facet, Parameters.report(filters, settings), like, paging.limit(), paging.offset())
                .orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }
}
