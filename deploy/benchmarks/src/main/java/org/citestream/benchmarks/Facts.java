package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * The facts of one article as they stand in the log, kept as bytes. Can be repeated as those of another article. Not
 * thread-safe.
 */
final class Facts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "StatementClassified";

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<String, Integer> byCited = new HashMap<>();
    private int statements;

    void add(ConsumerRecord<byte[], byte[]> record) {
        records.add(record);
        if (type(record).equals(STATEMENT)) {
            statements++;
        }
    }

    int statements() {
        return statements;
    }

    /** The work that most statements cite, or empty if there are none. */
    String mostCited() {
        return statementsByCited().entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** How many statements cite a work. */
    int statementsAbout(String cited) {
        return statementsByCited().getOrDefault(cited, 0);
    }

    private Map<String, Integer> statementsByCited() {
        if (byCited.isEmpty()) {
            records.stream()
                    .filter(record -> type(record).equals(STATEMENT))
                    .forEach(record -> byCited.merge(tree(record).get("cited").asText(), 1, Integer::sum));
        }
        return byCited;
    }

    /** The same facts under new ids; {@code cited} says what each cited work is called there. */
    List<ProducerRecord<byte[], byte[]>> repeated(String topic, Renaming renaming, UnaryOperator<String> cited) {
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ObjectNode value = tree(record);
            String citing = renaming.publication(value.get("citing").asText());
            value.put("citing", citing);
            String key = citing;
            if (value.has("id")) {
                key = renaming.statement(value.get("id").asText()).toString();
                value.put("id", key);
                value.put("cited", cited.apply(value.get("cited").asText()));
            }
            for (JsonNode reference : value.path("references")) {
                if (reference instanceof ObjectNode entry) {
                    entry.put("cited", cited.apply(entry.get("cited").asText()));
                    entry.remove("ids");
                }
            }
            copies.add(record(topic, citing, key, value, record));
        }
        return copies;
    }

    /** A record in the partition of {@code owner}, with the headers of {@code like}. */
    static ProducerRecord<byte[], byte[]> record(
            String topic, String owner, String key, JsonNode value, ConsumerRecord<byte[], byte[]> like) {
        try {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, partition(owner), bytes(key), JSON.writeValueAsBytes(value));
            for (Header header : like.headers()) {
                record.headers().add(header.key(), header.key().equals("article") ? bytes(owner) : header.value());
            }
            return record;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String type(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers().lastHeader("type").value());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode tree(ConsumerRecord<byte[], byte[]> record) {
        try {
            return (ObjectNode) JSON.readTree(record.value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int partition(String owner) {
        return Utils.toPositive(Utils.murmur2(bytes(owner))) % 12;
    }
}
