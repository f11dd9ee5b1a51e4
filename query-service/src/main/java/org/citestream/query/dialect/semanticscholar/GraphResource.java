package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.http.PathId;
import org.citestream.query.publication.WrittenId;
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
    /** Routes of Semantic Scholar that look like an id. */
    private static final Set<String> NOT_HERE = Set.of("search", "search/bulk", "search/match", "autocomplete");

    private static final Pattern CORPUS_ID = Pattern.compile("CorpusId:([0-9]{1,16})", Pattern.CASE_INSENSITIVE);
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int BATCH = 500;

    @Inject
    GraphReader graph;

    @Inject
    ObjectMapper json;

    @GET
    @Path("{id:.+}")
    @Operation(summary = "A paper")
    public Response paper(@Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.after(request, PATH);
        PaperFields fields = fields(address, null);
        return curie(written)
                .flatMap(curie -> graph.paper(curie, fields))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> notFound(written));
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
        PaperFields fields = fields(address, null);
        JsonNode ids = ids(body);
        if (!ids.isArray() || ids.size() > BATCH) {
            throw refused("Send {\"ids\": [\"DOI:10.1000/182\"]} with at most " + BATCH + " ids");
        }
        List<String> written = new ArrayList<>();
        ids.forEach(id -> written.add(id.asText()));
        List<Optional<String>> curies = curies(written);
        Map<String, ObjectNode> papers = graph.papers(
                curies.stream().flatMap(Optional::stream).distinct().toList(), fields);
        // One for each id, in order; null for an unknown or invalid id.
        ArrayNode answer = json.createArrayNode();
        curies.forEach(curie -> answer.add(curie.map(papers::get).orElse(null)));
        return Response.ok(answer).build();
    }

    private interface LinkPage {
        Optional<ObjectNode> read(String curie, PaperFields fields, int offset, int limit);
    }

    private Response links(String written, UriInfo address, String side, LinkPage links) {
        PaperFields fields = fields(address, side);
        int offset = number(address, "offset", 0, Integer.MAX_VALUE - MOST);
        int limit = number(address, "limit", USUAL, MOST);
        return curie(written)
                .flatMap(curie -> links.read(curie, fields, offset, limit))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> notFound(written));
    }

    private JsonNode ids(byte[] body) {
        try {
            return json.readTree(body).path("ids");
        } catch (IOException broken) {
            throw refused("The body is not JSON");
        }
    }

    private Optional<String> curie(String written) {
        return curies(List.of(written)).get(0);
    }

    /** The CURIE of each id; corpus ids are looked up together. */
    private List<Optional<String>> curies(List<String> written) {
        Map<String, Long> numbers = new HashMap<>();
        for (String one : written) {
            Matcher number = CORPUS_ID.matcher(one);
            if (number.matches()) {
                numbers.put(one, Long.valueOf(number.group(1)));
            }
        }
        Map<Long, String> numbered = graph.byCorpusId(numbers.values());
        return written.stream()
                .map(one -> numbers.containsKey(one)
                        ? Optional.ofNullable(numbered.get(numbers.get(one)))
                        : WrittenId.toCurie(one.startsWith("URL:") ? one.substring(4) : one))
                .toList();
    }

    private static PaperFields fields(UriInfo address, String side) {
        try {
            return PaperFields.read(address.getQueryParameters().getFirst("fields"), side);
        } catch (PaperFields.UnknownFieldsException unknown) {
            throw refused(unknown.getMessage());
        }
    }

    private static int number(UriInfo address, String name, int usual, int most) {
        String written = address.getQueryParameters().getFirst(name);
        if (written == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= (name.equals("limit") ? 1 : 0) && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Reported below.
        }
        throw refused(name + " must be a number up to " + most);
    }

    private static WebApplicationException notFound(String written) {
        if (NOT_HERE.contains(written)) {
            return answer(
                    404,
                    "/graph/v1/paper/%s is not here; papers, their citations and references, and paper/batch are"
                            .formatted(written));
        }
        return answer(404, "Paper with id " + written + " not found");
    }

    private static WebApplicationException refused(String why) {
        return answer(400, why);
    }

    private static WebApplicationException answer(int status, String error) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", error))
                .build());
    }
}
