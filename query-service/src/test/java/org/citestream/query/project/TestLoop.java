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
import org.citestream.kit.loop.Loop;
import org.citestream.kit.topic.TopicList;
import org.citestream.platform.SharedPlatform;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.Offsets;

/** The projection of one instance, on a group and topics of its own beside whatever else uses the shared broker. */
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

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", SharedPlatform.get().bootstrapServers());

    private final ProjectionTurn turn;
    private final Loop loop;

    TestLoop(String group, List<String> topics, DataSource dataSource, Generation generation) {
        turn = new ProjectionTurn(
                new TestOpener(group, topics, dataSource, generation), new SkipOrders(dataSource), SETTINGS);
        loop = turn.loop(group);
        loop.start();
    }

    LoopState state() {
        return turn.state(loop);
    }

    void stop() {
        loop.stop();
    }

    private static final class TestOpener implements ProjectionTurn.Opener {

        private final String group;
        private final List<String> topics;
        private final DataSource dataSource;
        private final Generation generation;
        private final KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer());

        TestOpener(String group, List<String> topics, DataSource dataSource, Generation generation) {
            this.group = group;
            this.topics = topics;
            this.dataSource = dataSource;
            this.generation = generation;
        }

        @Override
        public GenerationWriter open() {
            Map<String, Object> config = new HashMap<>(BROKER);
            config.put("group.id", group);
            config.put("auto.offset.reset", "none");
            config.put("enable.auto.commit", false);
            config.put("max.poll.records", 50);
            config.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
            var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            config.remove("group.id");
            var control = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            return new GenerationWriter(
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
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
