package org.citestream.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citestream.kit.topic.Topic;
import org.citestream.kit.topic.TopicSetup;

/**
 * The one place where a service's Kafka clients are made: address and security from {@code kafka.*}, bytes in and bytes
 * out, metrics bound. The caller closes what it is given. Connects lazily: none of this needs a broker. Thread-safe.
 */
@ApplicationScoped
public class KafkaClients {

    /**
     * A request has one batch for each partition. What our senders flush together fits in one, so it is compressed once and the
     * broker, where it flushes every request, does so once.
     */
    private static final int BATCH_BYTES = 256 * 1024;

    private final Map<String, Object> broker;
    private final String protocol;
    private final MeterRegistry meters;
    private final Map<String, KafkaClientMetrics> bound = new ConcurrentHashMap<>();

    public KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> broker, MeterRegistry meters) {
        this.broker = new HashMap<>(broker);
        // Of groups alone: other clients know no such setting.
        Object named = this.broker.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        this.protocol = named == null ? ConsumerConfig.DEFAULT_GROUP_PROTOCOL : named.toString();
        this.meters = meters;
    }

    /**
     * A member of a group. It fails if its offsets are lost and never skips records.
     *
     * @param special settings beyond those that all consumers have; with the protocol {@code consumer} (KIP-848), where
     *     the broker keeps watch and assigns, what is the broker's to say is left out
     */
    public Consumer<byte[], byte[]> groupConsumer(String group, Map<String, Object> special) {
        Map<String, Object> config = consumerConfig(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        config.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, TimestampCounter.class.getName());
        config.put(TimestampCounter.METERS, meters);
        config.putAll(special);
        if (GroupProtocol.CONSUMER.name().equalsIgnoreCase(protocol)) {
            leaveToTheBroker(config);
        }
        return bound(group, new KafkaConsumer<>(config));
    }

    /** A consumer of no group, for a topic that everybody reads whole. */
    public Consumer<byte[], byte[]> soleConsumer(String name) {
        return bound(name, new KafkaConsumer<>(consumerConfig(name)));
    }

    /** A consumer of no group that comes and goes with a piece of work; no metrics are left behind. */
    public Consumer<byte[], byte[]> reader(String name, Map<String, Object> special) {
        Map<String, Object> config = consumerConfig(name);
        config.putAll(special);
        return new KafkaConsumer<>(config);
    }

    /** The same, with at most so many records a poll. */
    public Consumer<byte[], byte[]> reader(String name, int records) {
        return reader(name, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records));
    }

    /** A producer that by itself neither loses nor duplicates records; it answers within the delivery timeout. */
    public Producer<byte[], byte[]> producer(String name) {
        return producer(name, Map.of());
    }

    /** The same with other patience. */
    public Producer<byte[], byte[]> producer(String name, Map<String, Object> special) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.putAll(special);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        bind("producer " + name, new KafkaClientMetrics(producer));
        return producer;
    }

    /** For questions about topics and groups. */
    public Admin admin() {
        return Admin.create(new HashMap<>(broker));
    }

    /**
     * Creates missing topics and verifies existing ones, as {@link TopicSetup#ensure} does.
     *
     * @param replicationFactor copies of each partition of a topic that is created; more than 1 needs a cluster
     */
    public void ensure(List<Topic> topics, int replicationFactor) throws InterruptedException {
        Admin admin = admin();
        try {
            new TopicSetup(admin, replicationFactor).ensure(topics);
        } finally {
            // All was answered, or nobody wants the answers any more: a service that stops waits for no broker that is
            // away.
            admin.close(Duration.ZERO);
        }
    }

    private Map<String, Object> consumerConfig(String name) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return config;
    }

    /** The client refuses these beside the protocol {@code consumer}; of the broker's two assignors, the one meant. */
    private static void leaveToTheBroker(Map<String, Object> config) {
        Object strategy = config.remove(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
        config.remove(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        config.remove(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);
        if (RangeAssignor.class.getName().equals(strategy)) {
            config.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, RangeAssignor.RANGE_ASSIGNOR_NAME);
        }
    }

    private Consumer<byte[], byte[]> bound(String name, KafkaConsumer<byte[], byte[]> consumer) {
        bind(name, new KafkaClientMetrics(consumer));
        return consumer;
    }

    /** A new client replaces the metrics of the previous one, which would go on reporting its last values. */
    private void bind(String name, KafkaClientMetrics its) {
        KafkaClientMetrics before = bound.put(name, its);
        if (before != null) {
            before.close();
        }
        its.bindTo(meters);
    }

    @PreDestroy
    void unbind() {
        bound.values().forEach(KafkaClientMetrics::close);
    }
}
