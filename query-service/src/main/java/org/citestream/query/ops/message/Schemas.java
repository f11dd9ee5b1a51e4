package org.citestream.query.ops.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON Schemas of the records, as the contracts give them. */
public final class Schemas {

    private static final String FOLDER = "contracts/schemas/";
    private static final JsonNode CONTRACTS = contracts();

    private Schemas() {}

    /**
     * A type of record.
     *
     * @param schema where its JSON Schema is served
     */
    public record RecordType(String name, String summary, String schema) {}

    /** What the records of a topic are, as the contracts say; those of a dead-letter topic are those of where they came from. */
    public static List<RecordType> ofTopic(String topic) {
        String origin = topic.startsWith("dlq.") ? topic.replaceFirst("^dlq\\.[^.]+\\.[^.]+\\.", "") : topic;
        List<RecordType> types = new ArrayList<>();
        CONTRACTS
                .path("channels")
                .path(origin)
                .path("messages")
                .fieldNames()
                .forEachRemaining(name -> types.add(new RecordType(
                        name,
                        CONTRACTS
                                .path("components")
                                .path("messages")
                                .path(name)
                                .path("summary")
                                .asText(null),
                        path(name))));
        return List.copyOf(types);
    }

    private static JsonNode contracts() {
        try (InputStream yaml = Schemas.class.getClassLoader().getResourceAsStream("contracts/asyncapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("contracts/asyncapi.yaml cannot be read", unreadable);
        }
    }

    /** Where the schema of a type of record is served, or null for a type without one. */
    static String path(String type) {
        return type != null && type.matches("[A-Za-z]{1,60}") && resource(type) != null
                ? "/api/v1/ops/schemas/" + type
                : null;
    }

    /** The schema of a type of record, or of {@code common}. */
    public static Optional<String> read(String type) throws IOException {
        if (!type.matches("[A-Za-z]{1,60}")) {
            return Optional.empty();
        }
        try (InputStream stream = Schemas.class.getClassLoader().getResourceAsStream(name(type))) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static java.net.URL resource(String type) {
        return Schemas.class.getClassLoader().getResource(name(type));
    }

    private static String name(String type) {
        return FOLDER + type + ".schema.json";
    }
}
