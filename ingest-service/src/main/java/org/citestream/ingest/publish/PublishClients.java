package org.citestream.ingest.publish;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.citestream.kit.deadletter.DeadLetters;
import org.citestream.kit.kafka.KafkaClients;

/** The producer that all threads of the service share, and what uses it. */
@Singleton
record PublishClients(KafkaClients clients, PublishSettings settings) {

    @Produces
    @Singleton
    Producer<byte[], byte[]> producer() {
        int patience = Math.toIntExact(settings.deliveryTimeout().toMillis());
        return clients.producer(
                "citestream-ingest",
                Map.of(
                        // The broker flushes each partition of each request: what others send meanwhile shares the next
                        // one.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        settings.linger().toMillis(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        settings.blockTimeout().toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        patience,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience / 2));
    }

    void drain(@Disposes Producer<byte[], byte[]> producer) {
        producer.close(settings.drainTimeout());
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(Producer<byte[], byte[]> producer, TopicPlan topics) {
        return new DeadLetters(producer, TopicPlan.CATALOGUE_GROUP, firstStood -> topics.deadLetters());
    }
}
