package org.citestream.kit.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citestream.kit.kafka.HeaderText;

/**
 * A record that a loop cannot use, and why: original key, bytes and headers, with the reason in headers named as SmallRye
 * names them (one dashboard reads all) and our own group, category, time and attempt.
 *
 * @param origin where it first stood
 * @param category that metrics count it under
 * @param reason for people; quotes nothing of the payload that a log may not hold
 * @param exception what was thrown
 */
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> record, Origin origin, Category category, String reason, Throwable exception) {

    /** The prefix of a dead letter's headers; they are removed on redrive. */
    public static final String PREFIX = "dead-letter-";

    public DeadLetter {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(exception, "exception");
    }

    /** With the exception's own message as the reason. */
    public static DeadLetter of(
            ConsumerRecord<byte[], byte[]> record, Origin origin, Category category, Exception exception) {
        return new DeadLetter(record, origin, category, String.valueOf(exception.getMessage()), exception);
    }

    /** A copy of a record's headers as they were before it was ever set aside. */
    public static Headers withoutReason(Headers original) {
        Headers headers = new RecordHeaders();
        for (Header header : original) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    /** Where it first stood. */
    public Place place() {
        return origin.place();
    }

    /** The record to be sent to a group's dead letters. */
    public ProducerRecord<byte[], byte[]> toRecord(String group, String topic, Instant at) {
        return to(group, topic, at, record.key(), record.value(), withoutReason(record.headers()));
    }

    /** For a record that leaves no room for the reason in a message: only its position. */
    ProducerRecord<byte[], byte[]> toPointer(String group, String topic, Instant at) {
        Headers headers = new RecordHeaders();
        HeaderText.of(record, "article").ifPresent(article -> HeaderText.set(headers, "article", article));
        String words = "too large to be parked whole; it stands at " + place();
        return to(group, topic, at, null, words.getBytes(StandardCharsets.UTF_8), headers);
    }

    private ProducerRecord<byte[], byte[]> to(
            String group, String topic, Instant at, byte[] key, byte[] value, Headers headers) {
        HeaderText.set(
                headers, PREFIX + "exception-class-name", exception.getClass().getName());
        HeaderText.set(headers, PREFIX + "reason", reason);
        Throwable cause = exception.getCause();
        if (cause != null) {
            HeaderText.set(
                    headers, PREFIX + "cause-class-name", cause.getClass().getName());
            HeaderText.set(headers, PREFIX + "cause", String.valueOf(cause.getMessage()));
        }
        HeaderText.set(headers, Origin.TOPIC, place().topic());
        HeaderText.set(headers, Origin.PARTITION, Integer.toString(place().partition()));
        HeaderText.set(headers, Origin.OFFSET, Long.toString(place().offset()));
        HeaderText.set(headers, Origin.ATTEMPT, Integer.toString(origin.attempt() + 1));
        HeaderText.set(headers, PREFIX + "group", group);
        HeaderText.set(headers, PREFIX + "category", category.wireName());
        HeaderText.set(headers, PREFIX + "at", at.toString());
        return new ProducerRecord<>(topic, place().partition(), key, value, headers);
    }
}
