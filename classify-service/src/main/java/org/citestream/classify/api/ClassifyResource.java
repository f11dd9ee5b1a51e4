package org.citestream.classify.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Function;
import org.citestream.classify.decide.Classifier;

/** The model over HTTP: ask it about statements, ask who it is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ClassifyResource {

    private static final String TITLE = "This cannot be classified";

    private final Classifier classifier;
    private final RowClassifier rows;
    private final ApiSettings settings;
    private final ObjectMapper json;

    @Inject
    ClassifyResource(Classifier classifier, ApiSettings settings) {
        this.classifier = classifier;
        this.rows = new RowClassifier(classifier);
        this.settings = settings;
        // Not the service's own mapper, which other things use: what strangers send is bounded.
        this.json = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(settings.maxTokens())
                        .build())
                .build());
    }

    /**
     * One row in, one out; a list in, a list in the same order out. With {@code why=encoder} the encoder is asked about
     * each and its evidence given: some twenty to a hundred times slower.
     */
    @POST
    @Path("classify")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response classify(@QueryParam("why") String why, byte[] body) {
        if (why != null && !why.equals("encoder")) {
            return Problem.of(400, TITLE, "why=" + why + " is not known; leave it out, or say why=encoder.", "");
        }
        Function<JsonNode, ObjectNode> answer = why == null ? rows::classify : rows::explain;
        JsonNode input;
        try {
            input = json.readTree(body);
        } catch (StreamConstraintsException e) {
            return Problem.of(413, TITLE, e.getOriginalMessage() + "; send the rows in parts.", "");
        } catch (IOException e) {
            return Problem.of(400, TITLE, "The body is not JSON; send a row {\"text\": …} or a list of rows.", "");
        }
        if (!input.isArray()) {
            try {
                return Response.ok(answer.apply(input)).build();
            } catch (IllegalArgumentException e) {
                return Problem.of(400, TITLE, e.getMessage(), "");
            }
        }
        if (input.size() > settings.maxRows()) {
            return Problem.of(
                    413, TITLE, input.size() + " rows, at most " + settings.maxRows() + "; send them in parts.", "");
        }
        ArrayNode out = json.createArrayNode();
        for (int i = 0; i < input.size(); i++) {
            try {
                out.add(answer.apply(input.get(i)));
            } catch (IllegalArgumentException e) {
                return Problem.of(400, TITLE, e.getMessage(), "row " + i);
            }
        }
        return Response.ok(out).build();
    }

    /** The model card with what holds in this service; weights that are not those it was written for have none. */
    @GET
    @Path("model")
    public JsonNode model() throws IOException {
        return ServedCard.of(classifier, json);
    }
}
