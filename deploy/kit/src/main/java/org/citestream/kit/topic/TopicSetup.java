package org.citestream.kit.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Creates topics that are absent and verifies those that are there: order and replay stand on their settings. Harmless
 * to repeat, and safe while other services do the same.
 */
public final class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    private static final int VISIBLE_TRIES = 100;
    private static final long VISIBLE_PAUSE_MILLIS = 100;

    private final Admin admin;
    private final short replicationFactor;

    /** @param replicationFactor copies of each partition of a topic that is created; more than 1 needs a cluster */
    public TopicSetup(Admin admin, int replicationFactor) {
        this.admin = admin;
        this.replicationFactor = (short) replicationFactor;
    }

    /**
     * Returns once all topics are there, as they must be, and can be written to.
     *
     * @throws TopicMismatchException if one is not as it must be
     * @throws KafkaException if the broker cannot be asked; worth a retry
     */
    public void ensure(List<Topic> topics) throws InterruptedException {
        var existing = get(admin.listTopics().names());
        for (Topic topic : topics) {
            if (!existing.contains(topic.name())) {
                create(topic);
            }
        }
        verify(topics);
        awaitLeaders(topics);
    }

    private void create(Topic topic) throws InterruptedException {
        NewTopic wanted = new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.config());
        try {
            get(admin.createTopics(List.of(wanted)).all());
            LOG.infof("created topic %s", topic.name());
        } catch (TopicExistsException faster) {
            LOG.debugf("%s was created by somebody else meanwhile", topic.name());
        }
    }

    private void verify(List<Topic> topics) throws InterruptedException {
        Map<String, TopicDescription> described = describe(topics);
        Map<ConfigResource, Config> configs = get(
                admin.describeConfigs(topics.stream().map(TopicSetup::resource).toList())
                        .all());
        List<String> wrong = new ArrayList<>();
        for (Topic topic : topics) {
            int partitions = described.get(topic.name()).partitions().size();
            if (partitions != topic.partitions()) {
                wrong.add("%s has %d partitions and must have %d"
                        .formatted(topic.name(), partitions, topic.partitions()));
            }
            Config config = configs.get(resource(topic));
            topic.config().forEach((key, value) -> {
                String found = config.get(key) == null ? "" : config.get(key).value();
                if (!value.equals(found)) {
                    wrong.add("%s has %s=%s and must have %s".formatted(topic.name(), key, found, value));
                }
            });
        }
        if (!wrong.isEmpty()) {
            throw new TopicMismatchException("Topics are not as contracts/topics.yaml says: " + String.join("; ", wrong)
                    + ". Change their settings, or use another broker.");
        }
    }

    /** The controller answers before every broker knows of a new topic. */
    private Map<String, TopicDescription> describe(List<Topic> topics) throws InterruptedException {
        List<String> names = topics.stream().map(Topic::name).toList();
        for (int left = VISIBLE_TRIES; ; left--) {
            try {
                return get(admin.describeTopics(names).allTopicNames());
            } catch (UnknownTopicOrPartitionException notYet) {
                if (left == 0) {
                    throw notYet;
                }
                Thread.sleep(VISIBLE_PAUSE_MILLIS);
            }
        }
    }

    /**
     * A new partition has a leader before that leader serves it. An idempotent producer whose first batch is refused
     * then, while its second is taken, never gets the first one in.
     */
    private void awaitLeaders(List<Topic> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (Topic topic : topics) {
            for (int i = 0; i < topic.partitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        get(admin.listOffsets(ends).all());
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
        }
    }
}
