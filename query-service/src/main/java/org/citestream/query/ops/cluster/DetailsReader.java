package org.citestream.query.ops.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Sizes, settings and newest records: more expensive requests, made rarely. Not thread-safe. */
public final class DetailsReader {

    private final Admin admin;
    private final Duration patience;
    private final Map<TopicPartition, NewestRecord> newest = new HashMap<>();

    private record NewestRecord(long end, Instant at) {}

    public DetailsReader(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /** The details of all topics of the cluster; what the broker does not report is absent. */
    public Map<String, TopicDetails> read(Cluster cluster) throws InterruptedException {
        Map<String, Long> sizes = sizes();
        Map<String, String> retentions = retentions(cluster.topics().keySet());
        Map<String, Instant> times = newest(cluster);
        Map<String, TopicDetails> details = new HashMap<>();
        for (String topic : cluster.topics().keySet()) {
            details.put(
                    topic, new TopicDetails(sizes.get(topic), retentions.getOrDefault(topic, ""), times.get(topic)));
        }
        return details;
    }

    private Map<String, Long> sizes() throws InterruptedException {
        Collection<Node> nodes = quietly(admin.describeCluster().nodes());
        if (nodes == null) {
            return Map.of();
        }
        Map<TopicPartition, Long> largest = new HashMap<>();
        var logs = quietly(
                admin.describeLogDirs(nodes.stream().map(Node::id).toList()).allDescriptions());
        if (logs == null) {
            return Map.of();
        }
        logs.values().forEach(folders -> folders.values().forEach(folder -> folder.replicaInfos()
                .forEach((partition, replica) -> largest.merge(partition, replica.size(), Math::max))));
        Map<String, Long> sizes = new HashMap<>();
        largest.forEach((partition, size) -> sizes.merge(partition.topic(), size, Long::sum));
        return sizes;
    }

    private Map<String, String> retentions(Collection<String> topics) throws InterruptedException {
        var configs = quietly(admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList())
                .all());
        Map<String, String> retentions = new HashMap<>();
        if (configs != null) {
            configs.forEach((resource, config) -> retentions.put(resource.name(), retention(config)));
        }
        return retentions;
    }

    static String retention(Config config) {
        List<String> words = new java.util.ArrayList<>();
        String policy = config.get("cleanup.policy").value();
        if (policy.contains("compact")) {
            words.add("last of each key");
        }
        if (policy.contains("delete")) {
            words.add(time(Long.parseLong(config.get("retention.ms").value())));
            long bytes = Long.parseLong(config.get("retention.bytes").value());
            if (bytes >= 0) {
                words.add("%,d bytes a partition".formatted(bytes));
            }
        }
        return String.join(", ", words);
    }

    private static String time(long millis) {
        if (millis < 0) {
            return "for ever";
        }
        Duration time = Duration.ofMillis(millis);
        if (time.toDays() > 0) {
            return time.toDays() + " days";
        }
        return time.toHours() > 0 ? time.toHours() + " hours" : time.toSeconds() + " seconds";
    }

    /** Reads only partitions that were written to since. */
    private Map<String, Instant> newest(Cluster cluster) throws InterruptedException {
        newest.keySet().retainAll(cluster.ranges().keySet());
        Map<TopicPartition, OffsetSpec> changed = new HashMap<>();
        cluster.ranges().forEach((partition, range) -> {
            NewestRecord known = newest.get(partition);
            if (range.end() > range.first() && (known == null || known.end() != range.end())) {
                changed.put(partition, OffsetSpec.maxTimestamp());
            }
        });
        var answers = admin.listOffsets(changed);
        for (TopicPartition partition : changed.keySet()) {
            var answer = quietly(answers.partitionResult(partition));
            if (answer != null && answer.timestamp() >= 0) {
                newest.put(
                        partition,
                        new NewestRecord(
                                cluster.ranges().get(partition).end(), Instant.ofEpochMilli(answer.timestamp())));
            }
        }
        Map<String, Instant> times = new HashMap<>();
        newest.forEach((partition, known) ->
                times.merge(partition.topic(), known.at(), (one, other) -> one.isAfter(other) ? one : other));
        return times;
    }

    private <T> T quietly(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException untold) {
            return null;
        }
    }
}
