package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.publication.WrittenId;

/**
 * The DOIs of a batch, as clients send them: a JSON array in the body of a POST or even a GET, with or without a
 * content type; {@code {"dois": […]}}; or {@code ?dois=a,b}. Anything that is not a DOI is left out, like an unknown
 * DOI.
 */
@Singleton
record DoiBatch(ObjectMapper json) {

    /**
     * Lower-case DOIs without prefix, each once.
     *
     * @throws jakarta.ws.rs.WebApplicationException 422 if the body is not such an array, or is longer than
     *     {@code most}
     */
    List<String> read(byte[] body, String dois, int most) {
        List<String> written = body == null || body.length == 0 ? listed(dois) : parsed(body);
        return atMost(written, most).stream()
                .flatMap(doi -> bare(doi).stream())
                .distinct()
                .toList();
    }

    /** The texts of an array in the body, as they are written. */
    List<String> texts(byte[] body, int most) {
        return atMost(parsed(body), most);
    }

    private static List<String> atMost(List<String> written, int most) {
        if (written.size() > most) {
            throw SciteError.invalid(
                    "dois", "ensure this value has at most %d items; it has %d".formatted(most, written.size()));
        }
        return written;
    }

    /** The lower-case DOI without prefix; empty if the text is not a DOI. */
    static List<String> bare(String written) {
        return WrittenId.toDoiCurie(written).map(curie -> curie.substring("doi:".length())).stream()
                .toList();
    }

    private static List<String> listed(String dois) {
        if (dois == null) {
            throw SciteError.invalid("dois", "a JSON array of DOIs is required, e.g. [\"10.1000/182\"]");
        }
        return List.of(dois.split(","));
    }

    private List<String> parsed(byte[] body) {
        JsonNode node = tree(body);
        JsonNode array = node.isObject() && node.has("dois") ? node.get("dois") : node;
        if (!array.isArray()) {
            throw SciteError.invalid("dois", "value is not a valid list; send [\"10.1000/182\"]");
        }
        List<String> written = new ArrayList<>();
        for (JsonNode doi : array) {
            if (!doi.isTextual()) {
                throw SciteError.invalid("dois", "str type expected at item " + written.size());
            }
            written.add(doi.textValue());
        }
        return written;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw SciteError.invalid("dois", "the body is not JSON; send [\"10.1000/182\"]");
        }
    }
}
