package org.citestream.classify.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.citestream.kit.kafka.KafkaClients;

/** Sends records in order and waits for every acknowledgement. Used by the loop's thread only. */
public final class Publisher implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    /**
     * Connects lazily: constructing it needs no broker.
     *
     * @param deliveryTimeout longest wait for one acknowledgement
     */
    public Publisher(KafkaClients clients, Duration deliveryTimeout) {
        int timeout = (int) deliveryTimeout.toMillis();
        this.producer = clients.producer(
                "citestream-classify",
                Map.of(
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        timeout,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        Math.max(1, Math.min(10_000, timeout / 2)),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        timeout));
    }

    /**
     * Returns once all are acknowledged.
     *
     * @throws KafkaException the first failure; some of the records may have been written nevertheless
     */
    public void publish(List<ProducerRecord<byte[], byte[]>> records) {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            sent.add(producer.send(record));
        }
        // The batch is complete: waiting for more would only add the linger time to every statement.
        producer.flush();
        for (var future : sent) {
            await(future);
        }
    }

    private static void await(Future<RecordMetadata> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
