package org.citestream.query.project;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.topic.TopicList;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.Offsets;

/** A loop of its own group and topics, beside whatever else uses the shared broker: one instance of the service. */
final class TestLoop {

    private final ProjectionLoop loop;
    private final Thread thread;
    private final KafkaProducer<byte[], byte[]> producer;

    TestLoop(String group, List<String> topics, DataSource dataSource, Generation generation) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", SharedPlatform.get().bootstrapServers());
        config.put("group.id", group);
        config.put("auto.offset.reset", "none");
        config.put("enable.auto.commit", false);
        config.put("max.poll.records", 50);
        config.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", SharedPlatform.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        config.remove("group.id");
        var control = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        loop = new ProjectionLoop(
                consumer,
                topics,
                new Positions(consumer, new Offsets(dataSource, generation), group),
                new PauseOrders(control, PauseOrders.TOPIC),
                new SkipOrders(dataSource),
                group,
                new DeadLetters(producer, group, topic -> TopicList.deadLetters(group, topic)),
                new BatchWriter(dataSource, generation),
                new Settings(),
                new ProjectionMeters(new SimpleMeterRegistry()),
                news -> {},
                () -> true);
        thread = new Thread(loop, group);
        thread.start();
    }

    LoopState state() {
        return loop.state();
    }

    void stop() throws InterruptedException {
        loop.stop();
        thread.join();
        producer.close();
    }

    private record Settings() implements ProjectionSettings {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int batchSize() {
            return 50;
        }

        @Override
        public Duration pollTimeout() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration backoff() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration backoffLimit() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration sessionTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration controlInterval() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration openLimit() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int replicationFactor() {
            return 1;
        }
    }
}
