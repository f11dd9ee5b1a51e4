package org.citestream.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citestream.platform.SharedPlatform;

/** Reads what is in a topic at this moment. */
public final class TopicReader {
    public static final String STATEMENTS = "citations.statements.v1";
    public static final String PUBLICATIONS = "citations.publications.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicReader() {}

    /**
     * A record as a test sees it.
     *
     * @param value null for a record that takes its key back
     */
    public record TopicRecord(String key, String type, String article, String revision, int partition, JsonNode value) {
        public static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
            try {
                return new TopicRecord(
                        text(record.key()),
                        text(record.headers().lastHeader("type").value()),
                        text(record.headers().lastHeader("article").value()),
                        text(record.headers().lastHeader("revision").value()),
                        record.partition(),
                        record.value() == null ? null : JSON.readTree(record.value()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static String text(byte[] utf8) {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** Records about one article or publication, in the order of the log. */
    public static List<TopicRecord> about(String topic, String article) {
        return raw(topic).stream()
                .filter(record -> record.headers().lastHeader("article") != null)
                .map(TopicRecord::of)
                .filter(entry -> entry.article().equals(article))
                .toList();
    }

    /** Every record of a topic, partition by partition. */
    public static List<ConsumerRecord<byte[], byte[]>> raw(String topic) {
        Map<String, Object> address =
                Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(address, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset));
            return records;
        }
    }
}
