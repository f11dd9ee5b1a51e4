package org.citestream.ingest.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the topics this service uses where they are absent, and checks those that are there. Thread-safe. */
@ApplicationScoped
public class TopicsInOrder {
    private static final Logger LOG = Logger.getLogger(TopicsInOrder.class);

    private final KafkaClients clients;
    private final TopicPlan plan;
    private final PublishSettings settings;
    private final CountDownLatch ready = new CountDownLatch(1);

    public TopicsInOrder(KafkaClients clients, TopicPlan plan, PublishSettings settings) {
        this.clients = clients;
        this.plan = plan;
        this.settings = settings;
    }

    /**
     * Harmless to repeat, and safe while other services do the same.
     *
     * @throws TopicMismatchException if a topic has other partitions or settings than the contract says
     * @throws ExecutionException if the broker could not be asked; a later try may succeed
     */
    public void ensure() throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin()) {
            create(admin);
            verifyPartitions(admin);
            verifyConfig(admin);
            awaitLeaders(admin);
        }
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

    /**
     * A new partition has a leader before that leader serves it. An idempotent producer whose first batch is refused then,
     * while its second is taken, never gets the first one in.
     */
    private void awaitLeaders(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicPlan.Topic topic : plan.all()) {
            for (int i = 0; i < topic.partitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        List<NewTopic> absent = plan.all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), settings.replicationFactor())
                        .configs(topic.config()))
                .toList();
        for (var creation : admin.createTopics(absent).values().entrySet()) {
            try {
                creation.getValue().get();
                LOG.infof("created topic %s", creation.getKey());
            } catch (ExecutionException refused) {
                // Another service was faster; what it made is verified like any other.
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        }
    }

    private void verifyPartitions(Admin admin) throws ExecutionException, InterruptedException {
        List<String> names = plan.all().stream().map(TopicPlan.Topic::name).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(names).allTopicNames().get();
        for (TopicPlan.Topic topic : plan.all()) {
            int partitions = found.get(topic.name()).partitions().size();
            if (partitions != topic.partitions()) {
                throw new TopicMismatchException("Topic " + topic.name() + " has " + partitions
                        + " partitions, but the contract needs " + topic.partitions()
                        + "; facts of one article would lose their order. Recreate the topic.");
            }
        }
    }

    private void verifyConfig(Admin admin) throws ExecutionException, InterruptedException {
        var resources = new ArrayList<ConfigResource>();
        plan.all().forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())));
        Map<ConfigResource, Config> found =
                admin.describeConfigs(resources).all().get();
        for (TopicPlan.Topic topic : plan.all()) {
            Config config = found.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            topic.config().forEach((name, wanted) -> {
                String value =
                        config.get(name) == null ? null : config.get(name).value();
                if (!wanted.equals(value)) {
                    throw new TopicMismatchException("Topic " + topic.name() + " has " + name + "=" + value
                            + ", but the contract needs " + wanted + ". Alter the topic's configuration.");
                }
            });
        }
    }
}
