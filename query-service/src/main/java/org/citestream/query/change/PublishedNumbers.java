package org.citestream.query.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.KafkaClients;

/** The greatest number that {@code citations.changes.v1} has, which the database may have forgotten. Thread-safe. */
final class PublishedNumbers implements LongSupplier {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final int lookedBack;

    /** @param batch changes that are published at once: so many may stand repeated at the end of a partition */
    PublishedNumbers(KafkaClients clients, int batch) {
        this.clients = clients;
        this.lookedBack = 2 * batch;
    }

    /**
     * Reads the end of each partition.
     *
     * @return 0 if it holds nothing
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer; worth a retry
     */
    @Override
    public long getAsLong() {
        try (Consumer<byte[], byte[]> consumer = clients.reader("citestream.change-numbers", lookedBack)) {
            List<TopicPartition> partitions = consumer.partitionsFor(ChangePublisher.TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.beginningOffsets(partitions)
                    .forEach((partition, first) ->
                            consumer.seek(partition, Math.max(first, ends.get(partition) - lookedBack)));
            long greatest = 0;
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    greatest = Math.max(greatest, number(record));
                }
            }
            return greatest;
        }
    }

    private static long number(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value()).path("sequence").asLong();
        } catch (IOException foreign) {
            throw new UncheckedIOException(
                    "%s-%d@%d is not a change: %s"
                            .formatted(record.topic(), record.partition(), record.offset(), foreign.getMessage()),
                    foreign);
        }
    }
}
