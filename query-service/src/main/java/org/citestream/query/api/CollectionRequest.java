package org.citestream.query.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;

/** Bodies of requests that change a collection; absent fields stay as they are. */
final class CollectionRequest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private CollectionRequest() {}

    /** What is said of a collection. */
    record Described(String name, String description, Boolean open) {}

    /** What is said of a work in it. */
    record Annotated(String note, List<String> tags) {}

    /** @throws ProblemException 400 if the body is not such an object */
    static <T> T read(String body, Class<T> type) {
        try {
            T request = JSON.readValue(body == null ? "" : body, type);
            if (request != null) {
                return request;
            }
        } catch (JsonProcessingException unread) {
            throw new ProblemException(
                    Problem.of(400, "Bad body", "the body cannot be read: " + unread.getOriginalMessage()));
        }
        throw new ProblemException(Problem.of(400, "Bad body", "the body is empty; send a JSON object"));
    }
}
