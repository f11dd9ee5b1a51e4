package org.citestream.classify;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.intake.LineTopics;
import org.citestream.classify.trace.ArticleTraces;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.TopicList;
import org.citestream.kit.topic.TopicSetup;
import org.citestream.kit.trace.Tracing;
import org.citestream.platform.Platform;

/**
 * A line on a real broker. Group and output are of its own; the input is the real one, read from where it stood when the
 * test began, for the broker is shared with other tests.
 */
final class TestLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final String group = "test." + UUID.randomUUID();
    private final String output = "citations.candidate." + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer;
    private SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private LineLoop loop;

    TestLine(Platform platform) {
        kafka = Map.of("bootstrap.servers", platform.bootstrapServers());
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        startAtEnd();
    }

    void start(Classifier classifier) {
        registry = new SimpleMeterRegistry();
        loop = new LineLoop(
                new KafkaClients(kafka, registry),
                settings(),
                (short) 1,
                classifier,
                registry,
                new ArticleTraces(new Tracing(OpenTelemetry.noop().getTracer("test"))));
        loop.start();
    }

    void restart(Classifier classifier) {
        loop.stop();
        start(classifier);
    }

    LineLoop loop() {
        return loop;
    }

    String group() {
        return group;
    }

    String input() {
        return "citations.statements.v1";
    }

    String redrive() {
        return TopicList.redrive(group);
    }

    double meanBatch() {
        return registry.summary("citestream.classify.batch.records").mean();
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        send(List.of(record));
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void control(String type, String target) {
        var value = "{\"group\":\"" + target + "\",\"by\":\"test\",\"at\":\"2026-11-22T10:00:00Z\"}";
        var record = new ProducerRecord<>("citestream.control.v1", 0, bytes(target), bytes(value));
        record.headers().add("type", bytes(type));
        send(record);
    }

    /** Tells the loop to read again what was written since. */
    void rewind(Instant since) {
        var value = "{\"group\":\"%s\",\"since\":\"%s\",\"by\":\"test\",\"at\":\"2026-11-22T10:00:00Z\"}"
                .formatted(group, since);
        var record =
                new ProducerRecord<>("citestream.control.v1", 0, bytes(PauseOrders.rewindKey(group)), bytes(value));
        record.headers().add("type", bytes("LoopRewound"));
        send(record);
    }

    static Instant writtenAt(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Long enough for some turns of the loop. */
    void settle() {
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
    }

    /** Waits until at least so many records came out, in the order of their partitions and offsets. */
    List<ConsumerRecord<byte[], byte[]>> published(int count) {
        return await().atMost(PATIENCE).until(this::publishedNow, records -> records.size() >= count);
    }

    List<ConsumerRecord<byte[], byte[]>> publishedNow() {
        return all(output);
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
        String topic = TopicList.deadLetters(group, input());
        return await().atMost(PATIENCE).until(() -> all(topic), records -> records.size() >= count);
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        loop.stop();
        producer.close();
    }

    private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Creates the topics and lets the group begin after what other tests left. */
    private void startAtEnd() {
        try (var admin = Admin.create(kafka);
                var consumer =
                        new KafkaConsumer<>(withGroup(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            new TopicSetup(admin, 1).ensure(LineTopics.of(settings()).all());
            var partitions = consumer.partitionsFor(input()).stream()
                    .map(info -> new TopicPartition(input(), info.partition()))
                    .toList();
            var offsets = new HashMap<TopicPartition, org.apache.kafka.clients.consumer.OffsetAndMetadata>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            offsets.put(partition, new org.apache.kafka.clients.consumer.OffsetAndMetadata(end)));
            consumer.commitSync(offsets);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> withGroup() {
        var config = new HashMap<>(kafka);
        config.put("group.id", group);
        config.put("enable.auto.commit", false);
        return config;
    }

    private LineSettings settings() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(LineSettings.class)
                .withDefaultValue("citestream.classify.group", group)
                .withDefaultValue("citestream.classify.output", output)
                .build()
                .getConfigMapping(LineSettings.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
