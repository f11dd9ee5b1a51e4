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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.aggregate.Aggregate;
import org.citestream.query.aggregate.AggregateKind;
import org.citestream.query.aggregate.AggregateReader;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sums over the works of an author, a journal, an affiliation, a funder or a year. */
@Path("/api/v1/aggregates")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AggregateResource {

    @Inject
    AggregateReader aggregates;

    @GET
    @Path("{kind}/{id:.+}")
    @Operation(
            summary = "The statements about all works of an author, a journal, an affiliation, a funder or a year",
            description =
                    "Tallies by type and section, the citation index with its interval, the share of self-citations, works with"
                            + " notices, and the trend by year. Each sum is that of the works' own tallies.")
    public Aggregate aggregate(@PathParam("kind") String kind, @Context HttpServerRequest request) {
        AggregateKind wanted = AggregateKind.named(kind)
                .orElseThrow(() -> ProblemException.notFound("'%s' is not a kind of aggregate; use %s"
                        .formatted(
                                kind,
                                Stream.of(AggregateKind.values())
                                        .map(AggregateKind::path)
                                        .collect(Collectors.joining(", ")))));
        String id = PathId.after(request, "/api/v1/aggregates/" + kind + "/");
        return aggregates
                .read(wanted, id)
                .orElseThrow(() ->
                        ProblemException.notFound("No work here has “%s” among its %s".formatted(id, wanted.path())));
    }
}
