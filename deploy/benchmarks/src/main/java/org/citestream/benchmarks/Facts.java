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
    static final String CLOSED = "ArticleClosed";
    static final String WITHDRAWN = "ArticleWithdrawn";
    private static final String STATEMENT = "StatementClassified";
    /** Header of copies: which one it is, from 1. */
    private static final String COPY = "copy";

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<String, Integer> byCited = new HashMap<>();
    private int statements;

    void add(ConsumerRecord<byte[], byte[]> record) {
        records.add(record);
        if (isStatement(record)) {
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
                    .filter(Facts::isStatement)
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
            copies.add(record(topic, citing, key, value, record, renaming.copy()));
        }
        return copies;
    }

    /** A record in the partition of {@code owner}, with the headers of {@code like}, that says which copy it is. */
    static ProducerRecord<byte[], byte[]> record(
            String topic, String owner, String key, JsonNode value, ConsumerRecord<byte[], byte[]> like, int copy) {
        try {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, partition(owner), bytes(key), JSON.writeValueAsBytes(value));
            for (Header header : like.headers()) {
                record.headers().add(header.key(), header.key().equals("article") ? bytes(owner) : header.value());
            }
            record.headers().add(COPY, bytes(Integer.toString(copy)));
            return record;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String type(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers().lastHeader("type").value());
    }

    static boolean isStatement(ConsumerRecord<byte[], byte[]> record) {
        return type(record).equals(STATEMENT);
    }

    static String article(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers().lastHeader("article").value());
    }

    /** Which copy a record belongs to, from 1; 0 for one that was not copied. */
    static int copy(ConsumerRecord<byte[], byte[]> record) {
        Header copy = record.headers().lastHeader(COPY);
        return copy == null ? 0 : Integer.parseInt(text(copy.value()));
    }

    /** Whether a word stands in the record's value. */
    static boolean names(ConsumerRecord<byte[], byte[]> record, String word) {
        return text(record.value()).contains(word);
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
