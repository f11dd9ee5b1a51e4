package org.citestream.query.project.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A golden record of deploy/contracts. */
public record GoldenExample(JsonNode contents) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static GoldenExample of(String name) {
        try (var stream =
                GoldenExample.class.getClassLoader().getResourceAsStream("contracts/examples/" + name + ".json")) {
            return new GoldenExample(JSON.readTree(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode value() {
        return contents.get("value");
    }

    public String key() {
        return contents.get("key").asText();
    }

    /** As it would stand on a topic. */
    public ProducerRecord<byte[], byte[]> on(String topic, int partition) {
        return on(topic, partition, value().toString());
    }

    /** The same with another value. */
    public ProducerRecord<byte[], byte[]> on(String topic, int partition, String value) {
        var record = new ProducerRecord<>(topic, partition, bytes(key()), bytes(value));
        contents.get("headers").properties().forEach(header -> record.headers()
                .add(header.getKey(), bytes(header.getValue().asText())));
        return record;
    }

    /** As a consumer gets it, at offset 7. */
    public ConsumerRecord<byte[], byte[]> received(String topic, int partition) {
        var record = new ConsumerRecord<>(topic, partition, 7L, bytes(key()), bytes(value().toString()));
        on(topic, partition).headers().forEach(record.headers()::add);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
