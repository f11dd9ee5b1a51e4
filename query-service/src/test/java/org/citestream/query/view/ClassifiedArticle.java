package org.citestream.query.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.project.event.GoldenExample;

/** An article as classify-service publishes it, made of the golden examples, for tests on the real broker. */
public final class ClassifiedArticle {

    private static final String CLASSIFIED = "citations.classified.v1";
    private static final String PUBLICATIONS = "citations.publications.v1";
    private static final int PARTITION = 4;

    private final String citing;
    private final String cited;
    private final long revision;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private int statements;

    public ClassifiedArticle(String citing, String cited, long revision) {
        this.citing = citing;
        this.cited = cited;
        this.revision = revision;
    }

    public static UUID idOf(String citing, String text) {
        return UUID.nameUUIDFromBytes((citing + text).getBytes(StandardCharsets.UTF_8));
    }

    /** A mention in these words. */
    public ClassifiedArticle says(String text) {
        ObjectNode value = statement(idOf(citing, text), text);
        value.put("type", "mentioning");
        return add("StatementClassified", value.path("id").asText(), value);
    }

    /** What is said, with its labels and its place. */
    public ClassifiedArticle says(SampleStatement said) {
        ObjectNode value = statement(said.id(), said.text());
        value.put("type", said.type())
                .put("confidence", said.confidence())
                .put("intent", said.intent())
                .put("section", said.section())
                .put("position", said.position())
                .putObject("relationship")
                .put("kind", said.relationship());
        if (said.type().equals("not-a-sentence")) {
            value.put("type", "unclassified").put("failure", said.type());
        }
        return add("StatementClassified", said.id().toString(), value);
    }

    /** What is known of the article itself. */
    public ClassifiedArticle described(SampleWork work) {
        ObjectNode value = changed("PublicationDescribed").put("id", citing).put("title", work.title());
        value.remove(List.of("ids", "abstract", "links", "licence", "licenceId", "published", "journal"));
        value.remove(List.of("publicationType", "articleType"));
        value.putObject("ids").put("doi", citing.substring("doi:".length()));
        put(value, "published", work.published());
        put(value, "journal", work.journal());
        put(value, "publicationType", work.publicationType());
        ArrayNode authors = value.putArray("authors");
        work.authors().forEach(name -> authors.addObject()
                .put("given", name.substring(0, name.lastIndexOf(' ')))
                .put("family", name.substring(name.lastIndexOf(' ') + 1)));
        add(PUBLICATIONS, "PublicationDescribed", "fulltext " + citing, value);
        for (String kind : work.notices()) {
            ObjectNode notice =
                    changed("NoticeIssued").put("publication", citing).put("kind", kind);
            add(PUBLICATIONS, "NoticeIssued", "notice " + citing + " " + kind, notice);
        }
        return this;
    }

    /** Writes it to the log: what is known of it, or what it says and that this was all. */
    public void publish() throws Exception {
        publish(List.of(this));
    }

    /** Writes all of them, in their order, and returns when they are in the log. */
    public static void publish(List<ClassifiedArticle> articles) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ClassifiedArticle article : articles) {
                article.close();
                article.records.forEach(record -> sent.add(producer.send(record)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private void close() {
        if (statements > 0) {
            ObjectNode closed = changed("ArticleClosed");
            closed.put("statements", statements)
                    .put("references", 0)
                    .put("referencesResolved", 0)
                    .put("unresolved", 0);
            add("ArticleClosed", citing, closed);
        }
    }

    private ObjectNode statement(UUID id, String text) {
        ObjectNode value = changed("StatementClassified");
        value.put("id", id.toString())
                .put("cited", cited)
                .put("text", text)
                .put("ordinal", statements++)
                .putArray("evidence");
        value.putArray("markers").addArray().add(0).add(3);
        return value;
    }

    private static void put(ObjectNode value, String field, String text) {
        if (text != null) {
            value.put(field, text);
        }
    }

    private ObjectNode changed(String example) {
        return ((ObjectNode) GoldenExample.of(example).value())
                .put("citing", citing)
                .put("revision", revision);
    }

    private ClassifiedArticle add(String type, String key, ObjectNode value) {
        return add(CLASSIFIED, type, key, value);
    }

    private ClassifiedArticle add(String topic, String type, String key, ObjectNode value) {
        var record = new ProducerRecord<>(topic, PARTITION, bytes(key), bytes(value.toString()));
        record.headers()
                .add("type", bytes(type))
                .add("article", bytes(citing))
                .add("revision", bytes(Long.toString(revision)));
        records.add(record);
        return this;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
