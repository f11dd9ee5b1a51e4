package org.citestream.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Golden examples and schemas of deploy/contracts, as the tests need them. */
final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers ->
                    mappers.mapPrefix("https://citestream.org/contracts/v1/", "classpath:contracts/schemas/")));

    private Contracts() {}

    static JsonNode example(String event) {
        try (InputStream in = Contracts.class.getResourceAsStream("/contracts/examples/" + event + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What breaks the event's schema; empty where nothing does. */
    static List<String> violations(String event, JsonNode value) {
        JsonSchema schema =
                FACTORY.getSchema(SchemaLocation.of("https://citestream.org/contracts/v1/" + event + ".schema.json"));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, JsonNode example) {
        var record = new ProducerRecord<>(
                topic,
                partition,
                example.path("key").asText().getBytes(StandardCharsets.UTF_8),
                bytes(example.path("value")));
        example.path("headers").properties().forEach(header -> record.headers()
                .add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    static ConsumerRecord<byte[], byte[]> taken(JsonNode example) {
        var sent = record("citations.statements.v1", 3, example);
        var record = new ConsumerRecord<>(sent.topic(), 3, 42, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
