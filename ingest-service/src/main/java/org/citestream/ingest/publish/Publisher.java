package org.citestream.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.citestream.ingest.fact.FactJson;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.topic.Topic;

/**
 * Sends everything, then awaits every acknowledgement in order. Safe for use by several threads; records of one call
 * keep their order within a partition.
 */
@ApplicationScoped
public class Publisher {
    private final Producer<byte[], byte[]> producer;
    private final TopicPlan topics;
    private final TopicVerification order;
    private final ObjectMapper json;

    public Publisher(Producer<byte[], byte[]> producer, TopicPlan topics, TopicVerification order) {
        this.producer = producer;
        this.topics = topics;
        this.order = order;
        this.json = FactJson.mapper();
    }

    /**
     * Returns once the broker has acknowledged every record.
     *
     * @throws PublishException if it did not, within the producer's delivery time; some records may be in the log
     */
    public void publish(List<OutgoingRecord> records, String traceparent) {
        order.awaitReady();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(records.size());
        try {
            for (OutgoingRecord record : records) {
                acknowledgements.add(producer.send(encode(record, traceparent)));
            }
            // An article is a batch of its own: waiting for more would only add the linger time to every upload.
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException refused) {
            throw notAcknowledged(refused.getCause());
        } catch (InterruptedException | InterruptException interrupted) {
            Thread.currentThread().interrupt();
            throw notAcknowledged(interrupted);
        } catch (KafkaException refused) {
            throw notAcknowledged(refused);
        }
    }

    ProducerRecord<byte[], byte[]> encode(OutgoingRecord record, String traceparent) {
        Topic topic = topics.of(record.stream());
        var encoded = new ProducerRecord<>(
                topic.name(), partitionOf(record.about(), topic.partitions()), utf8(record.key()), valueOf(record));
        Headers headers = encoded.headers();
        HeaderText.describe(headers, record.type(), record.about(), record.revision());
        headers.add("traceparent", utf8(traceparent));
        return encoded;
    }

    private byte[] valueOf(OutgoingRecord record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return json.writeValueAsBytes(record.value());
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a fact that is not JSON: " + record.key(), bug);
        }
    }

    /** Positive murmur2 of the id's UTF-8 bytes modulo the number of partitions. */
    static int partitionOf(String publicationId, int partitions) {
        return Utils.toPositive(Utils.murmur2(utf8(publicationId))) % partitions;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PublishException notAcknowledged(Throwable cause) {
        return new PublishException("The broker did not acknowledge every record: " + cause.getMessage(), cause);
    }
}
