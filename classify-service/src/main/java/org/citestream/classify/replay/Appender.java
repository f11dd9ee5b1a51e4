package org.citestream.classify.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.publish.Publisher;

/**
 * Appends a candidate's statements to the live output, partition to partition, in order. What was acknowledged is
 * remembered by offsets, so that a killed promotion goes on where it stood; a few statements may come twice then, which
 * changes nothing. All else of an article stands in the live output already.
 */
final class Appender {

    private static final String STATEMENT = "StatementClassified";

    private final Map<String, Object> kafka;
    private final String output;

    Appender(Map<String, Object> kafka, String output) {
        this.kafka = kafka;
        this.output = output;
    }

    /** Appends all up to the present end; {@code progress} is told how many statements so far. */
    long append(Publisher publisher, LongConsumer progress) {
        long appended = 0;
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(CandidateTopics.OUTPUT).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<TopicPartition> open = new HashSet<>(partitions);
            open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            while (!open.isEmpty()) {
                var records = consumer.poll(Duration.ofMillis(500));
                List<ProducerRecord<byte[], byte[]>> statements = new ArrayList<>();
                Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (RecordReader.header(record, "type")
                            .filter(STATEMENT::equals)
                            .isPresent()) {
                        statements.add(new ProducerRecord<>(
                                output, record.partition(), record.key(), record.value(), record.headers()));
                    }
                    next.put(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1));
                }
                publisher.publish(statements);
                if (!next.isEmpty()) {
                    consumer.commitSync(next);
                }
                appended += statements.size();
                progress.accept(appended);
                open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
        return appended;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, CandidateTopics.PROMOTION_GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return settings;
    }
}
