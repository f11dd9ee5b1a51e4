package org.citestream.classify.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citestream.classify.intake.Names;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.intake.Taken.Unreadable;

/**
 * Makes dead letters: original key, bytes, headers and partition number, with the reason in headers named as SmallRye
 * names them (one dashboard reads all) and our own group, category, time and attempt.
 */
public final class DeadLetters {

    /** What all headers of a dead letter begin with; they are taken off when it comes back. */
    public static final String PREFIX = "dead-letter-";

    private final String group;
    private final String topic;

    /**
     * Letters of one group.
     *
     * @param input the topic the group reads; a failed redrive goes where the first failure went
     */
    public DeadLetters(String group, String input) {
        this.group = group;
        this.topic = Names.deadLetters(group, input);
    }

    public ProducerRecord<byte[], byte[]> letter(Unreadable unreadable, Instant now) {
        ConsumerRecord<byte[], byte[]> record = unreadable.record();
        Headers headers = withoutReason(record.headers());
        Exception cause = unreadable.cause();
        put(headers, "exception-class-name", cause.getClass().getName());
        put(headers, "reason", String.valueOf(cause.getMessage()));
        if (cause.getCause() != null) {
            put(headers, "cause-class-name", cause.getCause().getClass().getName());
            put(headers, "cause", String.valueOf(cause.getCause().getMessage()));
        }
        // Of a record that comes from its redrive, the place where it first stood counts.
        put(headers, "topic", first(record, "topic", record.topic()));
        put(headers, "partition", first(record, "partition", Integer.toString(record.partition())));
        put(headers, "offset", first(record, "offset", Long.toString(record.offset())));
        put(headers, "group", group);
        put(headers, "category", unreadable.category().word());
        put(headers, "at", now.toString());
        put(headers, "attempt", Integer.toString(attempts(record) + 1));
        return new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), headers);
    }

    /** A copy of a record's headers as they were before it was ever set aside. */
    public static Headers withoutReason(Headers original) {
        var headers = new RecordHeaders();
        for (Header header : original) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    private String first(ConsumerRecord<byte[], byte[]> record, String name, String now) {
        return record.topic().equals(Names.redrive(group))
                ? RecordReader.header(record, PREFIX + name).orElse(now)
                : now;
    }

    private static int attempts(ConsumerRecord<byte[], byte[]> record) {
        try {
            return RecordReader.header(record, PREFIX + "attempt")
                    .map(Integer::parseInt)
                    .orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
