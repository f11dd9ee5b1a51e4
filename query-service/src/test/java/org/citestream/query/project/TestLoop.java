package org.citestream.query.project;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
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

    /** What a test would wait for otherwise; the rest by default. */
    private static final ProjectionSettings SETTINGS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ProjectionSettings.class)
            .withDefaultValue("citestream.projection.batch-size", "50")
            .withDefaultValue("citestream.projection.poll-timeout", "50ms")
            .withDefaultValue("citestream.projection.backoff", "50ms")
            .withDefaultValue("citestream.projection.backoff-limit", "500ms")
            .withDefaultValue("citestream.projection.control-interval", "50ms")
            .build()
            .getConfigMapping(ProjectionSettings.class);

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
                SETTINGS,
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
}
