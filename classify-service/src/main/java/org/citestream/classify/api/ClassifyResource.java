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
import org.citestream.kit.problem.Problem;

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
        // A mapper of its own, since input from outside must be bounded.
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
            return refuse(400, "why=" + why + " is not known; leave it out, or say why=encoder.", "");
        }
        Function<JsonNode, ObjectNode> answer = why == null ? rows::classify : rows::explain;
        JsonNode input;
        try {
            input = json.readTree(body);
        } catch (StreamConstraintsException e) {
            return refuse(413, e.getOriginalMessage() + "; send the rows in parts.", "");
        } catch (IOException e) {
            return refuse(400, "The body is not JSON; send a row {\"text\": …} or a list of rows.", "");
        }
        if (!input.isArray()) {
            try {
                return Response.ok(answer.apply(input)).build();
            } catch (IllegalArgumentException e) {
                return refuse(400, e.getMessage(), "");
            }
        }
        if (input.size() > settings.maxRows()) {
            return refuse(413, input.size() + " rows, at most " + settings.maxRows() + "; send them in parts.", "");
        }
        ArrayNode out = json.createArrayNode();
        for (int i = 0; i < input.size(); i++) {
            try {
                out.add(answer.apply(input.get(i)));
            } catch (IllegalArgumentException e) {
                return refuse(400, e.getMessage(), "row " + i);
            }
        }
        return Response.ok(out).build();
    }

    /** What is wrong, and in which row where there is more than one. */
    private static Response refuse(int status, String detail, String where) {
        Problem problem = Problem.of(status, TITLE, detail);
        return (where.isEmpty() ? problem : problem.with("where", where))
                .response()
                .build();
    }

    /** The model card with what holds in this service; weights that are not those it was written for have none. */
    @GET
    @Path("model")
    public JsonNode model() throws IOException {
        return ServedCard.of(classifier, json);
    }
}
