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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.classify.publish.Publisher;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.kit.kafka.KafkaClients;

/**
 * Appends a candidate's statements to the live output, partition to partition, in order. Progress is kept as offsets,
 * so that a killed promotion resumes where it stopped; a few statements may then be repeated, which is harmless. All
 * other facts of an article are already in the live output.
 */
final class Appender {

    private static final Map<String, Object> SETTINGS =
            Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);

    private static final String STATEMENT = "StatementClassified";

    private final KafkaClients kafka;
    private final String output;

    Appender(KafkaClients kafka, String output) {
        this.kafka = kafka;
        this.output = output;
    }

    /** Appends all up to the present end; {@code progress} is told how many statements so far. */
    long append(Publisher publisher, LongConsumer progress) {
        long appended = 0;
        try (var consumer = kafka.groupConsumer(CandidateTopics.PROMOTION_GROUP, SETTINGS)) {
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
                    if (HeaderText.of(record, "type").filter(STATEMENT::equals).isPresent()) {
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
}
