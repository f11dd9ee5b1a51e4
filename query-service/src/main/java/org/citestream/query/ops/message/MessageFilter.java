package org.citestream.query.ops.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.query.problem.BadParameterException;

/** The conditions of a search, all of which must hold. Thread-safe. */
public final class MessageFilter {

    private static final int LONGEST = 500;
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final Configuration PATHS = Configuration.builder()
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS, Option.ALWAYS_RETURN_LIST)
            .build();

    private final String key;
    private final String text;
    private final JsonPath path;
    private final String equal;
    private final int pathSteps;

    /**
     * A filter; null or blank for no such condition.
     *
     * @param key the key contains it
     * @param text value or a header contains it, ignoring case
     * @param path a JSON path that matches something in the value
     * @param equal one of the matches equals this, as text
     * @param pathSteps how many values a JSON path may visit in one message
     * @throws BadParameterException if the path cannot be parsed, or there is no condition
     */
    public MessageFilter(String key, String text, String path, String equal, int pathSteps) {
        this.key = given("key", key);
        this.text = text == null ? null : given("text", text.toLowerCase(Locale.ROOT));
        this.path = compiled(given("path", path));
        this.equal = given("equals", equal);
        this.pathSteps = pathSteps;
        if (this.key == null && this.text == null && this.path == null) {
            throw new BadParameterException("text", "give a key, a text or a JSON path to look for");
        }
        if (this.equal != null && this.path == null) {
            throw new BadParameterException("equals", "says what a JSON path must find; give path too, e.g. $.type");
        }
    }

    private static String given(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new BadParameterException(name, "%d characters at most".formatted(LONGEST));
        }
        return value;
    }

    private static JsonPath compiled(String path) {
        if (path == null) {
            return null;
        }
        if (path.contains("=~")) {
            // A pattern from outside could keep a thread busy forever.
            throw new BadParameterException("path", "patterns (=~) are not taken; use equals, or a text");
        }
        try {
            return JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException unreadable) {
            throw new BadParameterException(
                    "path",
                    "cannot be read (%s); write e.g. $.cited or $.references[*].key"
                            .formatted(unreadable.getMessage()));
        }
    }

    /**
     * Whether the record matches.
     *
     * @throws CostlyPathException if the JSON path visits more values than allowed
     */
    public boolean matches(ConsumerRecord<byte[], byte[]> record) {
        return (key == null || (record.key() != null && utf8(record.key()).contains(key)))
                && (text == null || holdsText(record))
                && (path == null || (record.value() != null && finds(record.value())));
    }

    private boolean holdsText(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null
                && utf8(record.value()).toLowerCase(Locale.ROOT).contains(text)) {
            return true;
        }
        for (var header : record.headers()) {
            if (header.value() != null
                    && utf8(header.value()).toLowerCase(Locale.ROOT).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean finds(byte[] value) {
        JsonNode root;
        try {
            root = JSON.readTree(value);
        } catch (IOException noJson) {
            return false;
        }
        CountingJsonProvider json = new CountingJsonProvider(pathSteps);
        JsonNode found = path.read(root, PATHS.jsonProvider(json));
        if (json.isSpent()) {
            // The library hides the exception that ends it, just as it hides a path without a match.
            throw new CostlyPathException();
        }
        if (found == null) {
            return false;
        }
        for (JsonNode one : found) {
            if (equal == null ? !one.isNull() : equal.equals(one.isValueNode() ? one.asText() : one.toString())) {
                return true;
            }
        }
        return false;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
