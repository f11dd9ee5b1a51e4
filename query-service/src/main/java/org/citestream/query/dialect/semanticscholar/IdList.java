package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of ids from bodies. Thread-safe. */
@Singleton
record IdList(ObjectMapper json) {

    /**
     * The ids of {@code {"ids": […]}}.
     *
     * @param example an id, for whoever sends something else
     */
    List<String> of(byte[] body, int most, String example) {
        JsonNode ids = body(body).path("ids");
        if (!ids.isArray() || ids.size() > most) {
            throw GraphError.refused("Send {\"ids\": [\"%s\"]} with at most %d ids".formatted(example, most));
        }
        return texts(ids);
    }

    /** The body as JSON. */
    JsonNode body(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException broken) {
            throw GraphError.refused("The body is not JSON");
        }
    }

    /** The elements of an array as texts; none of what is no array. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
