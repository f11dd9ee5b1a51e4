package org.citestream.query.project.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.citestream.query.project.log.TopicCatalogue.TopicSpec;

/** Creates topics that are absent and verifies those that are there: order and replay stand on their settings. */
public final class TopicSetup {

    private final Admin admin;
    private final short replicationFactor;

    public TopicSetup(Admin admin, int replicationFactor) {
        this.admin = admin;
        this.replicationFactor = (short) replicationFactor;
    }

    /**
     * Makes sure of every topic.
     *
     * @throws WrongTopicException if one is not as it must be
     * @throws KafkaException if the broker cannot be asked; worth a retry
     */
    public void ensure(List<TopicSpec> specs) throws InterruptedException {
        try {
            var existing = admin.listTopics().names().get();
            for (TopicSpec spec : specs) {
                if (!existing.contains(spec.name())) {
                    create(spec);
                }
            }
            verify(specs);
            awaitLeaders(specs);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
        }
    }

    /** A new partition has a leader before that leader serves it, which would cost a producer its order. */
    private void awaitLeaders(List<TopicSpec> specs) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicSpec spec : specs) {
            for (int i = 0; i < spec.partitions(); i++) {
                ends.put(new TopicPartition(spec.name(), i), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    private void create(TopicSpec spec) throws InterruptedException, ExecutionException {
        NewTopic topic = new NewTopic(spec.name(), spec.partitions(), replicationFactor).configs(spec.config());
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            // Another service had the same thought at the same time.
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private void verify(List<TopicSpec> specs) throws InterruptedException, ExecutionException {
        List<String> names = specs.stream().map(TopicSpec::name).toList();
        Map<String, TopicDescription> topics =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        Map<String, Config> byName = configs.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        List<String> wrong = new ArrayList<>();
        for (TopicSpec spec : specs) {
            int partitions = topics.get(spec.name()).partitions().size();
            if (partitions != spec.partitions()) {
                wrong.add(
                        "%s has %d partitions and must have %d".formatted(spec.name(), partitions, spec.partitions()));
            }
            spec.config().forEach((key, value) -> {
                String found = byName.get(spec.name()).get(key).value();
                if (!value.equals(found)) {
                    wrong.add("%s has %s=%s and must have %s".formatted(spec.name(), key, found, value));
                }
            });
        }
        if (!wrong.isEmpty()) {
            throw new WrongTopicException("Topics are not as contracts/topics.yaml says: " + String.join("; ", wrong)
                    + ". Change their settings, or use another broker.");
        }
    }

    /** A topic's settings would break order or replay: nothing may start on it. */
    public static final class WrongTopicException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongTopicException(String message) {
            super(message);
        }
    }
}
