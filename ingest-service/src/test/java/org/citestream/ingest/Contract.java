package org.citestream.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas and golden examples that every service is held to. */
public final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://citestream.org/contracts/v1/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(ADDRESS, "classpath:contracts/schemas/")));

    private Contract() {}

    /** The golden record of an event: key, headers, value. */
    public static JsonNode example(String event) {
        try (InputStream file = Contract.class.getResourceAsStream("/contracts/examples/" + event + ".json")) {
            return JSON.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with a value by its schema; empty when nothing is. */
    public static List<String> violations(String event, JsonNode value) {
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + event + ".schema.json"));
        return schema.validate(value).stream().map(Object::toString).toList();
    }
}
