package org.citestream.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicSetup;
import org.citestream.platform.SharedPlatform;
import org.junit.jupiter.api.Test;

class PauseOrdersTest {

    private final String topic = "control." + UUID.randomUUID();
    private final KafkaClients clients = new KafkaClients(
            Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers()), new SimpleMeterRegistry());

    @Test
    void shouldKnowWhatWasOrderedBeforeAndWhatIsOrderedLater() throws Exception {
        // Given
        try (Admin admin = clients.admin()) {
            new TopicSetup(admin, 1).ensure(java.util.List.of(new Topic(topic, 1, Map.of())));
        }
        try (Producer<byte[], byte[]> producer = clients.producer("test");
                PauseOrders orders = new PauseOrders(clients.soleConsumer(topic), topic)) {
            order(producer, "ours", "LoopPaused");
            order(producer, "ours", "no order at all");
            order(producer, "forgotten", "LoopPaused");
            producer.send(new ProducerRecord<>(topic, bytes("forgotten"), null)).get();

            // When
            orders.readAll();

            // Then
            assertThat(orders.isPaused("ours")).isTrue();
            assertThat(orders.isPaused("theirs")).isFalse();
            assertThat(orders.isPaused("forgotten")).isFalse();

            // When
            order(producer, "ours", "LoopResumed");

            // Then
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                orders.follow(Duration.ofMillis(100));
                return !orders.isPaused("ours");
            });
        }
    }

    @Test
    void shouldTellALoopToGoBackOnceAndOnlyWhenItIsOrderedWhileItRuns() throws Exception {
        // Given
        try (Admin admin = clients.admin()) {
            new TopicSetup(admin, 1).ensure(java.util.List.of(new Topic(topic, 1, Map.of())));
        }
        try (Producer<byte[], byte[]> producer = clients.producer("test");
                PauseOrders orders = new PauseOrders(clients.soleConsumer(topic), topic)) {
            order(producer, "ours", "LoopPaused");
            rewind(producer, "ours", "2026-01-01T00:00:00Z");
            orders.readAll();
            assertThat(orders.rewind("ours")).as("what was ordered before").isEmpty();

            // When
            rewind(producer, "ours", "no time");
            rewind(producer, "ours", "2026-11-22T10:00:00Z");

            // Then
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                orders.follow(Duration.ofMillis(100));
                return orders.rewind("ours").isPresent();
            });
            assertThat(orders.rewind("ours")).contains(Instant.parse("2026-11-22T10:00:00Z"));
            assertThat(orders.isPaused("ours")).as("still paused").isTrue();
            orders.rewound("ours");
            assertThat(orders.rewind("ours")).as("done once").isEmpty();
        }
    }

    private void rewind(Producer<byte[], byte[]> producer, String loop, String since) throws Exception {
        order(producer, PauseOrders.rewindKey(loop), "LoopRewound", "{\"since\":\"" + since + "\"}");
    }

    private void order(Producer<byte[], byte[]> producer, String loop, String type) throws Exception {
        order(producer, loop, type, "{}");
    }

    private void order(Producer<byte[], byte[]> producer, String loop, String type, String value) throws Exception {
        var record = new ProducerRecord<>(topic, bytes(loop), bytes(value));
        HeaderText.set(record.headers(), "type", type);
        producer.send(record).get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
