package org.citestream.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;

/** The shapes that clients of the dialects read, from contract/dialects.schema.json. */
public final class WireSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode ALL = all();

    private WireSchema() {}

    private static JsonNode all() {
        try (InputStream schema = WireSchema.class.getResourceAsStream("/contract/dialects.schema.json")) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new IllegalStateException("The dialects' schema is no JSON", e);
        }
    }

    /** The answer as JSON, once it has been seen to have the shape of that name. */
    public static JsonNode checked(String shape, String answer) throws IOException {
        assertThat(ALL.path("$defs").has(shape)).as("shape %s is known", shape).isTrue();
        JsonNode node = JSON.readTree(answer);
        JsonNode schema =
                JSON.createObjectNode().put("$ref", "#/$defs/" + shape).set("$defs", ALL.path("$defs"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(node))
                .as("%s against %s", answer.substring(0, Math.min(400, answer.length())), shape)
                .isEmpty();
        return node;
    }
}
