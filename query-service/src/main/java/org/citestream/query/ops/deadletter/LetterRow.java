package org.citestream.query.ops.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.control.LoopOrder;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.Category;
import org.citestream.query.ops.message.Message;

/** Reads the headers of a dead letter, which all three services write alike. */
final class LetterRow {

    static final String PREFIX = "dlq.";

    private static final int LONGEST = 2000;
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    private LetterRow() {}

    /** Empty for a valid order on the control topic, as nearly all its records are. */
    static Optional<ShownDeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(PauseOrders.TOPIC)) {
            return control(record);
        }
        String topic = header(record, "topic");
        return Optional.of(letter(
                record,
                group(record),
                topic == null ? "" : topic + "-" + header(record, "partition") + "@" + header(record, "offset"),
                orElse(header(record, "category"), "unknown"),
                orElse(header(record, "reason"), "no reason was given")));
    }

    private static Optional<ShownDeadLetter> control(ConsumerRecord<byte[], byte[]> record) {
        String type = Message.header(record, "type");
        if (record.value() == null) {
            return Optional.empty();
        }
        String wrong = null;
        if (LoopOrder.of(type).isEmpty()) {
            wrong = "'%s' is not an order; loops know %s, %s and %s"
                    .formatted(
                            type,
                            LoopOrder.PAUSED.wireName(),
                            LoopOrder.RESUMED.wireName(),
                            LoopOrder.REWOUND.wireName());
        } else {
            try {
                JsonNode value = JSON.readTree(record.value());
                wrong = value.path("group").isTextual() ? null : "it names no group";
            } catch (IOException noJson) {
                wrong = "no JSON: " + noJson.getMessage();
            }
        }
        return Optional.ofNullable(wrong)
                .map(reason -> letter(
                        record,
                        "citestream.control",
                        record.topic() + "-" + record.partition() + "@" + record.offset(),
                        Category.CONTROL.wireName(),
                        reason));
    }

    private static ShownDeadLetter letter(
            ConsumerRecord<byte[], byte[]> record, String group, String origin, String category, String reason) {
        return new ShownDeadLetter(
                new LetterPlace(record.topic(), record.partition(), record.offset()),
                group,
                cut(origin),
                cut(category),
                cut(reason),
                blankToNull(Message.header(record, "article")),
                number(Message.header(record, "revision")),
                blankToNull(Message.header(record, "type")),
                (int) Math.min(
                        1000,
                        Optional.ofNullable(number(header(record, "attempt"))).orElse(1L)),
                record.value() == null ? 0 : record.value().length,
                Instant.ofEpochMilli(record.timestamp()),
                "open",
                null,
                null,
                null);
    }

    /** The group in the header, which must match the topic's name, because letters are redriven to it. */
    private static String group(ConsumerRecord<byte[], byte[]> record) {
        String told = header(record, "group");
        boolean fits = told != null && record.topic().startsWith(PREFIX + told + ".");
        return fits ? told : group(record.topic());
    }

    /** {@code dlq.GROUP.TOPIC}, where names of groups have two words. */
    private static String group(String topic) {
        String[] words = topic.split("\\.", 4);
        return words.length < 4 ? topic : words[1] + "." + words[2];
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Message.header(record, "dead-letter-" + name);
    }

    private static Long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static String orElse(String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : cut(text);
    }

    private static String cut(String text) {
        // PostgreSQL takes no NUL in a text.
        String clean = text.replace("\0", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
