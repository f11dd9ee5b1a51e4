package org.citestream.query.ops.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The JSON Schemas of the records, as the contracts give them. */
public final class Schemas {

    private static final String FOLDER = "contracts/schemas/";

    private Schemas() {}

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
