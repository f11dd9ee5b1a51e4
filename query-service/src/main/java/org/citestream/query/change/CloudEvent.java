package org.citestream.query.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What CloudEvents 1.0 says of an event beside its value, in its binary mode: headers, the value unchanged.
 *
 * @param id with {@code source} the same on a repeat, else unique
 * @param source address of where the event comes from
 * @param name of the event, e.g. {@code StatementAdded}
 * @param time when it happened
 */
public record CloudEvent(String id, String source, String name, Instant time) {

    /** What begins the names of headers by the binding to HTTP. */
    public static final String HTTP = "ce-";

    /** What begins the names of headers by the binding to Kafka. */
    static final String KAFKA = "ce_";

    private static final String VERSION = "1.0";

    /** The headers, their names with that prefix; the media type of the value is not among them. */
    public Map<String, String> headers(String prefix) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(prefix + "specversion", VERSION);
        headers.put(prefix + "id", id);
        headers.put(prefix + "source", source);
        headers.put(prefix + "type", "org.citestream." + name + ".v1");
        headers.put(prefix + "time", time.toString());
        return headers;
    }
}
