package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.query.export.GraphMl;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.WrittenNumber;
import org.citestream.query.related.RelatedSettings;
import org.citestream.query.related.WorkMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Works that belong together: why, by which sentences, and how one leads to another. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RelatedResource {

    private static final int MOST_SKIPPED = 100_000;
    private static final String CSL = "application/vnd.citationstyles.csl+json";

    @Inject
    RelatedWorkReader related;

    @Inject
    RelatedSettings settings;

    @GET
    @Path("related/{id:.+}")
    @Operation(
            summary = "Works related to a work, with the reason",
            description =
                    "Cited in one bracket with it, cited together with it, or citing the same works, the most related first."
                            + " `sentences` is the address of the sentences behind it.")
    public RelatedAnswers.RelatedList related(@Context HttpServerRequest request, @Context UriInfo address) {
        return related.related(
                PathId.curie(request, "/api/v1/related/"),
                number(address, "limit", settings.results(), 1, settings.maxResults()),
                number(address, "offset", 0, 0, MOST_SKIPPED));
    }

    @GET
    @Path("links/{id:.+}")
    @Operation(
            summary = "The sentences that link two works",
            description = "What one says of the other, what others say of both, and what both say of the same works.")
    public RelatedAnswers.LinkedPair links(@Context HttpServerRequest request, @Context UriInfo address) {
        return RelatedWorkReader.answer(related.links(PathId.curie(request, "/api/v1/links/"), to(address)));
    }

    @GET
    @Path("paths/{id:.+}")
    @Operation(
            summary = "The shortest path between two works along citations",
            description =
                    "Whichever way they point. `complete` is false where famous works or the settings cut the search short.")
    public RelatedAnswers.FoundPath path(@Context HttpServerRequest request, @Context UriInfo address) {
        return related.path(PathId.curie(request, "/api/v1/paths/"), to(address));
    }

    @GET
    @Path("maps/{id:.+}")
    @Produces({MediaType.APPLICATION_JSON, GraphMl.MEDIA_TYPE, CSL})
    @Operation(
            summary =
                    "The neighborhood of a work: what cites it, what it cites, what is related to it, and the citations among these",
            description =
                    "As JSON; with format=graphml for Gephi, Cytoscape and NetworkX; with format=csl-json the works for"
                            + " reference managers.")
    public Response map(@Context HttpServerRequest request, @Context UriInfo address) {
        WorkMap map = related.map(PathId.curie(request, "/api/v1/maps/"));
        String format = Optional.ofNullable(address.getQueryParameters().getFirst("format"))
                .orElse("json");
        return switch (format) {
            case "json" ->
                Response.ok(related.answer(map), MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case "graphml" -> file(GraphMl.of(map), GraphMl.MEDIA_TYPE, map, "graphml");
            case "csl-json" ->
                file(
                        map.nodes().stream()
                                .map(node -> CitationStyles.json(node.work()))
                                .collect(Collectors.joining(",\n", "[", "]")),
                        CSL,
                        map,
                        "json");
            default ->
                throw new BadParameterException(
                        "format", "'%s' is not a valid format; use json, graphml or csl-json".formatted(format));
        };
    }

    private static Response file(String text, String mediaType, WorkMap map, String extension) {
        return Response.ok(text, MediaType.valueOf(mediaType).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-map.%s\"".formatted(BibTeX.key(map.center()), extension))
                .build();
    }

    private static String to(UriInfo address) {
        return Optional.ofNullable(address.getQueryParameters().getFirst("to"))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(PathId::curie)
                .orElseThrow(() -> new BadParameterException("to", "is missing; give the id of the other work"));
    }

    private static int number(UriInfo address, String name, int usual, int least, int most) {
        String written = address.getQueryParameters().getFirst(name);
        return written == null ? usual : new WrittenNumber(name, written).between(least, most);
    }
}
