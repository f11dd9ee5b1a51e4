package org.citestream.classify.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics that are absent and verifies those that are there. */
public final class TopicSetup {

    private static final int VISIBLE_TRIES = 100;
    private static final long VISIBLE_PAUSE_MILLIS = 100;

    private TopicSetup() {}

    /**
     * Returns once all topics are there and as they must be.
     *
     * @throws TopicMismatchException if a topic is not as it must be
     * @throws KafkaException if the broker does not answer
     */
    public static void ensure(Admin admin, List<Topic> topics, short replicationFactor) {
        for (Topic topic : topics) {
            create(admin, topic, replicationFactor);
        }
        var problems = new ArrayList<String>();
        for (Topic topic : topics) {
            awaitVisible(admin, topic);
            verify(admin, topic, problems);
        }
        if (!problems.isEmpty()) {
            throw new TopicMismatchException(String.join("; ", problems));
        }
        awaitLeaders(admin, topics);
    }

    /** A new partition has a leader before that leader serves it, which would cost a producer its order. */
    private static void awaitLeaders(Admin admin, List<Topic> topics) {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (Topic topic : topics) {
            for (int i = 0; i < topic.partitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        await(admin.listOffsets(ends).all());
    }

    private static void create(Admin admin, Topic topic, short replicationFactor) {
        try {
            await(admin.describeTopics(List.of(topic.name())).allTopicNames());
        } catch (UnknownTopicOrPartitionException absent) {
            try {
                var wanted = new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.config());
                await(admin.createTopics(List.of(wanted)).all());
            } catch (TopicExistsException raced) {
                // Another service was faster; verified below like any other.
                return;
            }
        }
    }

    /** The controller answers before every broker knows of a new topic. */
    private static void awaitVisible(Admin admin, Topic topic) {
        for (int left = VISIBLE_TRIES; ; left--) {
            try {
                await(admin.describeTopics(List.of(topic.name())).allTopicNames());
                return;
            } catch (UnknownTopicOrPartitionException e) {
                if (left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(VISIBLE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void verify(Admin admin, Topic topic, List<String> problems) {
        int partitions = await(admin.describeTopics(List.of(topic.name())).allTopicNames())
                .get(topic.name())
                .partitions()
                .size();
        if (partitions != topic.partitions()) {
            problems.add(topic.name() + " has " + partitions + " partitions, must have " + topic.partitions());
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
        for (Map.Entry<String, String> wanted : topic.config().entrySet()) {
            var entry = config.get(wanted.getKey());
            if (entry == null || !wanted.getValue().equals(entry.value())) {
                problems.add(topic.name() + " has " + wanted.getKey() + "=" + (entry == null ? "" : entry.value())
                        + ", must have " + wanted.getValue());
            }
        }
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
