package org.citestream.query.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.project.event.GoldenExample;

/** An article as classify-service publishes it, made of the golden examples, for tests on the real broker. */
final class ClassifiedArticle {

    private static final String TOPIC = "citations.classified.v1";
    private static final int PARTITION = 4;

    private final String citing;
    private final String cited;
    private final long revision;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private int statements;

    ClassifiedArticle(String citing, String cited, long revision) {
        this.citing = citing;
        this.cited = cited;
        this.revision = revision;
    }

    static UUID idOf(String citing, String text) {
        return UUID.nameUUIDFromBytes((citing + text).getBytes(StandardCharsets.UTF_8));
    }

    ClassifiedArticle says(String text) {
        ObjectNode value = changed("StatementClassified");
        value.put("id", idOf(citing, text).toString())
                .put("cited", cited)
                .put("text", text)
                .put("ordinal", statements++)
                .put("type", "mentioning")
                .putArray("evidence");
        value.putArray("markers").addArray().add(0).add(3);
        records.add(record("StatementClassified", idOf(citing, text).toString(), value));
        return this;
    }

    void publish() throws Exception {
        ObjectNode closed = changed("ArticleClosed");
        closed.put("statements", statements)
                .put("references", 0)
                .put("referencesResolved", 0)
                .put("unresolved", 0);
        records.add(record("ArticleClosed", citing, closed));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        }
    }

    private ObjectNode changed(String example) {
        return ((ObjectNode) GoldenExample.of(example).value())
                .put("citing", citing)
                .put("revision", revision);
    }

    private ProducerRecord<byte[], byte[]> record(String type, String key, ObjectNode value) {
        var record = new ProducerRecord<>(TOPIC, PARTITION, bytes(key), bytes(value.toString()));
        record.headers()
                .add("type", bytes(type))
                .add("article", bytes(citing))
                .add("revision", bytes(Long.toString(revision)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
