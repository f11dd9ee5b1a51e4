package org.citestream.query.ops.message;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message as people read it.
 *
 * @param type its header of that name, or null
 * @param encoding of {@code value}: json, text, base64, or none for a message without a value
 * @param bytes of the value
 * @param truncated whether the value is cut
 * @param statement id of the statement that it is about, or null
 * @param schema path of its JSON Schema, or null
 */
public record Message(
        String topic,
        int partition,
        long offset,
        Instant at,
        String key,
        String type,
        List<MessageHeader> headers,
        String encoding,
        String value,
        int bytes,
        boolean truncated,
        String statement,
        String schema) {

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final int HEADERS = 50;
    private static final int HEADER_CHARACTERS = 1000;

    public Message {
        headers = List.copyOf(headers);
    }

    /** A header; a value that is not text is given in Base64. */
    @Schema(name = "Entry1")
    public record MessageHeader(String name, String value) {}

    /** The message with at most this many bytes of its value. */
    public static Message of(ConsumerRecord<byte[], byte[]> record, int most) {
        String type = header(record, "type");
        byte[] value = record.value();
        byte[] told = value == null || value.length <= most ? value : java.util.Arrays.copyOf(value, most);
        String text = told == null ? null : text(told, value.length > most);
        String key = record.key() == null ? null : cut(readable(record.key()));
        return new Message(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                key,
                type == null ? null : cut(type),
                headers(record),
                encoding(value, text),
                text == null && told != null ? Base64.getEncoder().encodeToString(told) : text,
                value == null ? 0 : value.length,
                value != null && value.length > most,
                key != null && isStatement(type, key) ? key : null,
                Schemas.path(type));
    }

    private static boolean isStatement(String type, String key) {
        return type != null && type.startsWith("Statement") && key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String encoding(byte[] value, String text) {
        if (value == null) {
            return "none";
        } else if (text == null) {
            return "base64";
        }
        try {
            JSON.readTree(value);
            return "json";
        } catch (IOException noJson) {
            return "text";
        }
    }

    private static List<MessageHeader> headers(ConsumerRecord<byte[], byte[]> record) {
        List<MessageHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (headers.size() < HEADERS) {
                headers.add(new MessageHeader(
                        cut(header.key()), header.value() == null ? null : cut(readable(header.value()))));
            }
        }
        return headers;
    }

    /** The last header of that name, or null. */
    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : readable(header.value());
    }

    private static String readable(byte[] bytes) {
        String text = text(bytes, false);
        return text == null ? Base64.getEncoder().encodeToString(bytes) : text;
    }

    /** Null for bytes that are not UTF-8; a value cut in the middle of a character loses that character. */
    private static String text(byte[] bytes, boolean cut) {
        String whole = decoded(bytes, bytes.length);
        for (int lost = 1; cut && whole == null && lost <= 3 && lost <= bytes.length; lost++) {
            whole = decoded(bytes, bytes.length - lost);
        }
        return whole;
    }

    private static String decoded(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= HEADER_CHARACTERS ? text : text.substring(0, HEADER_CHARACTERS) + "…";
    }
}
