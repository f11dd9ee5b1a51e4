package org.citestream.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** What stands in the topics, read and written past the services. */
record TopicLog(String bootstrapServers) {

    static final String STATEMENTS = "citations.statements.v1";
    static final String CLASSIFIED = "citations.classified.v1";
    static final String PUBLICATIONS = "citations.publications.v1";
    static final String CHANGES = "citations.changes.v1";

    private static final int PARTITIONS = 12;

    /** The partition of all facts of a citing article, as the contract says. */
    static int partitionOf(String publication) {
        return Utils.toPositive(Utils.murmur2(publication.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Names of all topics there are. */
    Set<String> topics() {
        try (var consumer = consumer()) {
            return consumer.listTopics().keySet();
        }
    }

    /** How many records these topics hold: the sum of their partitions' end offsets. */
    long size(String... topics) {
        try (var consumer = consumer()) {
            long size = 0;
            for (String topic : topics) {
                for (long end : consumer.endOffsets(partitions(consumer, topic)).values()) {
                    size += end;
                }
            }
            return size;
        }
    }

    /** Where these topics end. */
    Map<TopicPartition, Long> ends(String... topics) {
        try (var consumer = consumer()) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (String topic : topics) {
                ends.putAll(consumer.endOffsets(partitions(consumer, topic)));
            }
            return ends;
        }
    }

    /** All records of a topic, in order within each partition. */
    List<ConsumerRecord<String, String>> read(String topic) {
        return read(topic, Map.of());
    }

    /** Those from these offsets on; of a partition that is not named, all. */
    List<ConsumerRecord<String, String>> read(String topic, Map<TopicPartition, Long> from) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.stream()
                    .filter(from::containsKey)
                    .forEach(partition -> consumer.seek(partition, from.get(partition)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Appends a copy of {@code record} with another value, key and headers kept. */
    void append(ConsumerRecord<String, String> record, String value) {
        var settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        var copy = new ProducerRecord<>(record.topic(), record.partition(), record.key(), value);
        record.headers().forEach(header -> copy.headers().add(new RecordHeader(header.key(), header.value())));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(copy).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the record", e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
