package org.citestream.query.ops;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.project.event.GoldenExample;

/** An article of one statement as it stands on the log, after the golden examples. */
public record SmallArticle(String citing, String cited, long revision, String type) {

    public static final String TOPIC = "citations.classified.v1";
    private static final int PARTITION = 2;

    public static SmallArticle of(String citing, String cited) {
        return new SmallArticle(citing, cited, 1, "supporting");
    }

    public UUID statement() {
        return UUID.nameUUIDFromBytes((citing + " " + cited).getBytes(StandardCharsets.UTF_8));
    }

    /** Its facts in order: references, the statement, the closing. */
    public List<ProducerRecord<byte[], byte[]>> records() {
        return List.of(
                record("ReferencesListed", citing),
                record("StatementClassified", statement().toString()),
                record("ArticleClosed", citing));
    }

    public ProducerRecord<byte[], byte[]> record(String event, String key) {
        GoldenExample example = GoldenExample.of(event);
        String value = example.value()
                .toString()
                .replace("doi:10.5555/citestream.rat.2021", citing)
                .replace("doi:10.5555/citestream.fear.2015", cited)
                .replace("219159db-dc00-0967-cc59-c9709525a816", statement().toString())
                .replace("\"revision\":3", "\"revision\":" + revision)
                .replace("\"statements\":21", "\"statements\":1")
                .replace("\"type\":\"supporting\"", "\"type\":\"" + type + "\"");
        var record = new ProducerRecord<>(TOPIC, PARTITION, bytes(key), bytes(value));
        Map.of("type", event, "article", citing, "revision", Long.toString(revision))
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    /** Puts records on the shared broker and waits for every acknowledgement. */
    public static void send(List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
