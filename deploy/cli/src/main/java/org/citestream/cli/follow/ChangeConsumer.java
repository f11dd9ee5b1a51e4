package org.citestream.cli.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer of {@code citations.changes.v1} as anybody may write one: the plain Kafka client and a JSON parser, nothing
 * of Citestream. It belongs to no group, reads every partition, and hands each change on once, although the topic may
 * repeat changes after a crash: per cited work (the key, so one partition) sequences only grow, and what is not greater
 * than the last one seen is a repeat. Not thread-safe.
 */
public final class ChangeConsumer implements AutoCloseable {

    private static final String TOPIC = "citations.changes.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> consumer;
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final Map<TopicPartition, Long> ends;

    /**
     * One change.
     *
     * @param record name of the record, e.g. {@code StatementAdded}; names to come are no error
     * @param value as the schemas in deploy/contracts describe it
     */
    public record Change(String record, JsonNode value) {

        public long sequence() {
            return value.path("sequence").asLong();
        }

        public String cited() {
            return value.path("cited").asText();
        }
    }

    /** @param fromStart from the first change that is kept, else from now on */
    public ChangeConsumer(String bootstrapServers, boolean fromStart) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions);
        if (fromStart) {
            consumer.seekToBeginning(partitions);
        } else {
            ends.forEach(consumer::seek);
        }
    }

    /** Passes on changes while {@code go} says so. */
    public void follow(Consumer<Change> taker, BooleanSupplier go) {
        while (go.getAsBoolean()) {
            poll(taker);
        }
    }

    /** Hands on all changes that were there when this was made, and returns. */
    public void catchUp(Consumer<Change> taker) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(taker);
        }
    }

    private void poll(Consumer<Change> taker) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
            Change change = new Change(name(record), parsed(record));
            Long last = lastSequences.get(record.key());
            if (last == null || change.sequence() > last) {
                lastSequences.put(record.key(), change.sequence());
                taker.accept(change);
            }
        }
    }

    private static String name(ConsumerRecord<String, String> record) {
        Header type = record.headers().lastHeader("type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode parsed(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(
                    "no JSON at " + record.topic() + "-" + record.partition() + " offset " + record.offset(), broken);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
