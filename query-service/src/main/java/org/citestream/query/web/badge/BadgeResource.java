package org.citestream.query.web.badge;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A badge as a picture, for places without scripts: a README, a mail, a profile. */
@Path("/badge")
@Blocking
public class BadgeResource {

    private static final String SVG = "image/svg+xml; charset=UTF-8";
    private static final String ENDING = ".svg";

    /** Pictures are requested very often; their numbers may be this old. */
    private static final String FIVE_MINUTES = "public, max-age=300";

    @Inject
    BadgeReader badges;

    @GET
    // Not by a suffix in the route, which a semicolon in the id would cut off; the script is not the picture of a work.
    @Path("{id:(?!scite-badge).+}")
    @Produces(SVG)
    @Operation(
            summary = "How a work is cited, as an SVG picture",
            description = "type is all (usual), supporting, mentioning, contrasting, unclassified, total or citing;"
                    + " section is all, introduction, methods, results, discussion or other. A work that is not known gets"
                    + " a picture that says so, because a broken picture says nothing.")
    @APIResponse(responseCode = "200", description = "The picture")
    @APIResponse(responseCode = "400", description = "type or section is not known (application/problem+json)")
    @APIResponse(responseCode = "404", description = "A picture: not a valid publication id")
    public Response svg(
            @Context HttpServerRequest request,
            @QueryParam("type") String type,
            @QueryParam("section") String section) {
        BadgeVariant variant = BadgeVariant.of(type, section)
                .orElseThrow(() -> new BadParameterException(
                        type == null ? "section" : "type",
                        "not known; write type=all, supporting, mentioning, contrasting, unclassified, total or citing,"
                                + " section=all, introduction, methods, results, discussion or other"));
        Optional<String> curie = request.path().endsWith(ENDING)
                ? WrittenId.toCurie(PathId.between(request, "/badge/", ENDING))
                : Optional.empty();
        if (curie.isEmpty()) {
            return picture(404, BadgeSvg.saying("no such id"));
        }
        return badges.read(curie.get())
                .map(facts -> picture(200, BadgeSvg.of(variant.parts(facts), facts.withdrawn())))
                .orElseGet(() -> picture(200, BadgeSvg.saying("not indexed")));
    }

    private static Response picture(int status, String svg) {
        return Response.status(status)
                .entity(svg)
                .type(SVG)
                .header("Cache-Control", FIVE_MINUTES)
                .build();
    }
}
