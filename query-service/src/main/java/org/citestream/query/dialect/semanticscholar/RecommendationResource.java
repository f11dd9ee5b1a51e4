package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Semantic Scholar's recommendations: works that are cited with the examples or cite what they cite, each with its reason. */
@Path("/recommendations/v1/papers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class RecommendationResource {

    private static final String PATH = "/recommendations/v1/papers/forpaper/";
    private static final int USUAL = 100;
    private static final int MOST = 500;

    /** Pools that clients know; here there is one, the whole index. */
    private static final Set<String> POOLS = Set.of("recent", "all-cs");

    @Inject
    Recommendations recommendations;

    @Inject
    WrittenPapers written;

    @Inject
    GraphReader graph;

    @Inject
    GraphSettings settings;

    @Inject
    IdList ids;

    @GET
    @Path("forpaper/{id:.+}")
    @Operation(
            summary = "Papers related to a paper, with reasons",
            description =
                    "Cited in one bracket with it, cited together with it, or citing the same works; `reason` tells how often."
                            + " from is recent or all-cs; both mean everything in this index.")
    public Response forPaper(@Context HttpServerRequest request, @Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        PaperFields fields = asked.paperFields(null);
        int limit = asked.number("limit", USUAL, 1, MOST);
        asked.text("from").filter(pool -> !POOLS.contains(pool)).ifPresent(pool -> {
            throw GraphError.refused("Unacceptable query params: [from=%s]".formatted(pool));
        });
        List<String> example = known(List.of(PathId.after(request, PATH)));
        return Response.ok(recommendations.of(example, List.of(), fields, limit))
                .build();
    }

    @POST
    @Operation(
            summary = "Papers related to examples, and less so to counterexamples",
            description = "Body {\"positivePaperIds\": […], \"negativePaperIds\": […]}.")
    public Response forExamples(byte[] body, @Context UriInfo address) {
        GraphParameters asked = GraphParameters.of(address);
        PaperFields fields = asked.paperFields(null);
        int limit = asked.number("limit", USUAL, 1, MOST);
        JsonNode examples = ids.body(body);
        List<String> liked = IdList.texts(examples.path("positivePaperIds"));
        if (liked.isEmpty()) {
            throw GraphError.refused("No positive paper examples given");
        }
        List<String> disliked = IdList.texts(examples.path("negativePaperIds"));
        if (liked.size() + disliked.size() > settings.examples()) {
            throw GraphError.refused("Send at most " + settings.examples() + " examples");
        }
        return Response.ok(recommendations.of(known(liked), known(disliked), fields, limit))
                .build();
    }

    /** The CURIEs of papers that are all known. */
    private List<String> known(List<String> papers) {
        List<Optional<String>> curies = written.curies(papers);
        Set<String> there =
                graph.known(curies.stream().flatMap(Optional::stream).toList());
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            if (curies.get(i).filter(there::contains).isEmpty()) {
                unknown.add(papers.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            throw GraphError.notFound("Input papers not found: " + unknown);
        }
        return curies.stream().flatMap(Optional::stream).toList();
    }
}
