package org.citestream.query.project.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The one place where this service's Kafka clients are made, bytes in and bytes out, metrics bound. Thread-safe. */
@ApplicationScoped
public class KafkaClients {

    private final Map<String, Object> defaults;
    private final MeterRegistry metrics;
    private final Map<String, KafkaClientMetrics> bound = new ConcurrentHashMap<>();

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> defaults, MeterRegistry metrics) {
        this.defaults = defaults;
        this.metrics = metrics;
    }

    /**
     * A consumer of a group that keeps its offsets elsewhere.
     *
     * @param records that one poll gives at most
     * @param session silence after which its partitions go to another member
     */
    public Consumer<byte[], byte[]> groupConsumer(String group, int records, Duration session) {
        Map<String, Object> config = consumerConfig(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        // Same number of partitions, same consumer: the facts, corrections and redrives of an article stay together.
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
        return bound(group, new KafkaConsumer<>(config));
    }

    /** A consumer of no group, for a topic that everybody reads whole. */
    public Consumer<byte[], byte[]> soleConsumer(String name) {
        return bound(name, new KafkaConsumer<>(consumerConfig(name)));
    }

    /** A consumer of no group that comes and goes with a piece of work; no metrics are left behind. */
    public Consumer<byte[], byte[]> reader(String name, int records) {
        Map<String, Object> config = consumerConfig(name);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        return new KafkaConsumer<>(config);
    }

    /** A producer that loses and doubles nothing by itself; answers within the delivery timeout. */
    public Producer<byte[], byte[]> producer(String name) {
        return producer(name, Map.of());
    }

    /** The same with other patience. */
    public Producer<byte[], byte[]> producer(String name, Map<String, Object> special) {
        Map<String, Object> config = new HashMap<>(defaults);
        config.putAll(special);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        bind(name, new KafkaClientMetrics(producer));
        return producer;
    }

    public Admin admin() {
        return Admin.create(new HashMap<>(defaults));
    }

    private Map<String, Object> consumerConfig(String name) {
        Map<String, Object> config = new HashMap<>(defaults);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return config;
    }

    private Consumer<byte[], byte[]> bound(String name, KafkaConsumer<byte[], byte[]> consumer) {
        bind(name, new KafkaClientMetrics(consumer));
        return consumer;
    }

    /** A client made anew takes the place of the one before, which would go on telling its last figures. */
    private void bind(String name, KafkaClientMetrics its) {
        KafkaClientMetrics before = bound.put(name, its);
        if (before != null) {
            before.close();
        }
        its.bindTo(metrics);
    }
}
