package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Semantic Scholar's authors: by ORCID where one is known, else by a slug of the name. */
@Path("/graph/v1/author")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class AuthorResource {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int BATCH = 1000;
    private static final int FURTHEST = 10_000;

    @Inject
    AuthorAnswers authors;

    @Inject
    IdList ids;

    @GET
    @Path("{id}")
    @Operation(summary = "An author", description = "By ORCID, or by the authorId of another answer.")
    public Response author(@PathParam("id") String id, @Context UriInfo address) {
        AuthorFields fields = GraphParameters.of(address).authorFields();
        return Response.ok(authors.of(List.of(id), fields)
                        .get(0)
                        .orElseThrow(() -> GraphError.notFound("Author with id " + id + " not found")))
                .build();
    }

    @GET
    @Path("{id}/papers")
    @Operation(summary = "The papers of an author, newest first")
    public Response papers(@PathParam("id") String id, @Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        return authors.papers(
                        id,
                        asked.paperFields(null),
                        asked.number("offset", 0, 0, FURTHEST),
                        asked.number("limit", USUAL, 1, MOST))
                .map(page -> Response.ok(page).build())
                .orElseThrow(() -> GraphError.notFound("Author with id " + id + " not found"));
    }

    @GET
    @Path("search")
    @Operation(summary = "Authors with all of the words in their name, those with the most papers first")
    public Response search(@Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        return Response.ok(authors.search(
                        BulkQuery.plain(asked.needed("query")),
                        asked.authorFields(),
                        asked.number("offset", 0, 0, FURTHEST),
                        asked.number("limit", USUAL, 1, MOST)))
                .build();
    }

    @POST
    @Path("batch")
    @Operation(
            summary = "Many authors",
            description = "Body {\"ids\": […]} with at most 1,000 ids; null for an unknown one.")
    public Response batch(byte[] body, @Context UriInfo address) {
        AuthorFields fields = GraphParameters.of(address).authorFields();
        List<String> written = ids.of(body, BATCH, "0000-0002-1825-0097");
        ArrayNode answer = JSON.arrayNode();
        for (Optional<ObjectNode> author : authors.of(written, fields)) {
            answer.add((JsonNode) author.orElse(null));
        }
        return Response.ok(answer).build();
    }
}
