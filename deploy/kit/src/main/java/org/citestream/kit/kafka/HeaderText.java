package org.citestream.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers whose values are UTF-8 text, as all of ours are. Stateless. */
public final class HeaderText {

    private HeaderText() {}

    /** The value of the last header of that name; empty if there is none. */
    public static Optional<String> of(ConsumerRecord<byte[], byte[]> record, String name) {
        return of(record.headers(), name);
    }

    /** The value of the last header of that name; empty if there is none. */
    public static Optional<String> of(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /**
     * Adds the headers that all records of ours have to those of a new record.
     *
     * @param type what the record says
     * @param article the article that it is about; empty if it is about none
     * @param revision the article's; 0 if it has none
     */
    public static void describe(Headers headers, String type, String article, long revision) {
        add(headers, "type", type);
        add(headers, "article", article);
        add(headers, "revision", Long.toString(revision));
    }

    /** Replaces every header of that name by one with this value. */
    public static void set(Headers headers, String name, String value) {
        add(headers.remove(name), name, value);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
