package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Semantic Scholar's graph under its original paths. Papers are identified as there ({@code DOI:…}, {@code PMID:…},
 * {@code PMCID:…}, {@code ARXIV:…}, {@code CorpusId:…}), by a bare DOI, or by the {@code paperId} of an answer. Errors
 * have its format.
 */
@Path("/graph/v1/paper")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class GraphResource {
    private static final String PATH = "/graph/v1/paper/";
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int BATCH = 500;

    @Inject
    GraphReader graph;

    @Inject
    PaperSearch search;

    @Inject
    WrittenPapers ids;

    @Inject
    IdList lists;

    @GET
    @Path("{id:.+}")
    @Operation(summary = "A paper")
    public Response paper(@Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.after(request, PATH);
        PaperFields fields = GraphParameters.of(address).paperFields(null);
        return ids.curie(written)
                .flatMap(curie -> graph.paper(curie, fields))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> unknown(written));
    }

    @GET
    @Path("autocomplete")
    @Operation(summary = "Papers whose title begins as it is typed")
    public Response completions(@Context UriInfo address) {
        return Response.ok(search.completions(
                        GraphParameters.of(address).needed("query").replaceFirst("(?s)^(.{100}).*", "$1")))
                .build();
    }

    @GET
    @Path("{id:.+}/authors")
    @Operation(summary = "The authors of a paper")
    public Response authors(@Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.between(request, PATH, "/authors");
        GraphParameters asked = GraphParameters.of(address);
        AuthorFields fields = asked.authorFields();
        int offset = asked.number("offset", 0, 0, Integer.MAX_VALUE - MOST);
        int limit = asked.number("limit", USUAL, 1, MOST);
        return ids.curie(written)
                .flatMap(curie -> graph.authorsOf(curie, fields, offset, limit))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> unknown(written));
    }

    @GET
    @Path("{id:.+}/citations")
    @Operation(summary = "Papers that cite a paper, with the sentences in which they do")
    public Response citations(@Context HttpServerRequest request, @Context UriInfo address) {
        return links(PathId.between(request, PATH, "/citations"), address, "citingPaper", graph::citations);
    }

    @GET
    @Path("{id:.+}/references")
    @Operation(summary = "Papers that a paper cites, with the sentences in which it does")
    public Response references(@Context HttpServerRequest request, @Context UriInfo address) {
        return links(PathId.between(request, PATH, "/references"), address, "citedPaper", graph::references);
    }

    @POST
    @Path("batch")
    @Operation(
            summary = "Many papers",
            description = "Body {\"ids\": […]} with at most 500 ids; null for an unknown one.")
    public Response batch(byte[] body, @Context UriInfo address) {
        PaperFields fields = GraphParameters.of(address).paperFields(null);
        List<Optional<String>> curies = ids.curies(lists.of(body, BATCH, "DOI:10.1000/182"));
        Map<String, ObjectNode> papers = graph.papers(
                curies.stream().flatMap(Optional::stream).distinct().toList(), fields);
        // One for each id, in order; null for an unknown or invalid id.
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        curies.forEach(curie -> answer.add(curie.map(papers::get).orElse(null)));
        return Response.ok(answer).build();
    }

    private interface LinkPage {
        Optional<ObjectNode> read(String curie, PaperFields fields, int offset, int limit);
    }

    private Response links(String written, UriInfo address, String side, LinkPage links) {
        GraphParameters asked = GraphParameters.of(address);
        PaperFields fields = asked.paperFields(side);
        int offset = asked.number("offset", 0, 0, Integer.MAX_VALUE - MOST);
        int limit = asked.number("limit", USUAL, 1, MOST);
        return ids.curie(written)
                .flatMap(curie -> links.read(curie, fields, offset, limit))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> unknown(written));
    }

    private static RuntimeException unknown(String written) {
        return GraphError.notFound("Paper with id " + written + " not found");
    }
}
