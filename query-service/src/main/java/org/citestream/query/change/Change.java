package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;

/**
 * One change in the public order.
 *
 * @param sequence from 1, ascending; none is given twice
 * @param cited id of the publication whose report changes
 * @param citing id of the citing publication, or null
 * @param statement id of the statement that changed, or null
 * @param payload the JSON value, identical on the topic and the stream
 * @param facets what readers may filter by: parameter to values
 * @param traceparent W3C trace context, or null
 */
public record Change(
        long sequence,
        ChangeType type,
        String cited,
        String citing,
        UUID statement,
        Cause cause,
        String payload,
        Map<String, List<String>> facets,
        String traceparent,
        Instant at) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Change {
        facets = Map.copyOf(facets);
    }

    /** The payload, parsed. */
    public JsonNode value() {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a change is not JSON", ours);
        }
    }
}
