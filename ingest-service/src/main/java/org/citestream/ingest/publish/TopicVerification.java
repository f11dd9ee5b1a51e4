package org.citestream.ingest.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.topic.TopicMismatchException;

/** Whether the topics this service uses exist and have the required settings. Thread-safe. */
@ApplicationScoped
public class TopicVerification {
    private final KafkaClients clients;
    private final TopicPlan plan;
    private final PublishSettings settings;
    private final CountDownLatch ready = new CountDownLatch(1);

    public TopicVerification(KafkaClients clients, TopicPlan plan, PublishSettings settings) {
        this.clients = clients;
        this.plan = plan;
        this.settings = settings;
    }

    /**
     * Creates missing topics and verifies existing ones. Harmless to repeat.
     *
     * @throws TopicMismatchException if a topic has other partitions or settings than the contract says
     * @throws KafkaException if the broker could not be asked; a later try may succeed
     */
    public void ensure() throws InterruptedException {
        clients.ensure(plan.all(), settings.replicationFactor());
        ready.countDown();
    }

    /**
     * Waits until all topics are in order and can be written to.
     *
     * @throws PublishException if they are not in time
     */
    void awaitReady() {
        try {
            if (!ready.await(settings.blockTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PublishException("The topics are not verified yet.", null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishException("Interrupted while the topics are verified.", stopped);
        }
    }
}
