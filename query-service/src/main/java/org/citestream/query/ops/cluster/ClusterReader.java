package org.citestream.query.ops.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Queries the broker, with one batched request per kind of information. As thread-safe as its client. */
public final class ClusterReader {

    private final Admin admin;
    private final Duration patience;

    /** The longest wait for each answer. */
    public ClusterReader(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /**
     * Reads all topics and groups: what groups committed first, then where the log ends.
     *
     * @throws ClusterUnavailableException if the broker does not answer
     */
    public Cluster read() throws InterruptedException {
        Map<String, Cluster.ConsumerGroup> groups = groups();
        Map<String, Set<Integer>> topics = topics();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        topics.forEach((topic, partitions) -> partitions.forEach(partition -> {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            earliest.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
        }));
        ListOffsetsResult firsts = admin.listOffsets(earliest);
        ListOffsetsResult ends = admin.listOffsets(latest);
        Map<TopicPartition, Cluster.OffsetRange> ranges = new HashMap<>();
        for (TopicPartition partition : latest.keySet()) {
            Long first = offset(firsts.partitionResult(partition));
            Long end = offset(ends.partitionResult(partition));
            if (first != null && end != null) {
                ranges.put(partition, new Cluster.OffsetRange(first, end));
            }
        }
        return new Cluster(Instant.now(), topics, ranges, groups);
    }

    private Map<String, Set<Integer>> topics() throws InterruptedException {
        Collection<String> names = answer(admin.listTopics().names());
        Map<String, Set<Integer>> topics = new TreeMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            TopicDescription topic = gone(future);
            if (topic != null) {
                Set<Integer> partitions = new TreeSet<>();
                topic.partitions().forEach(partition -> partitions.add(partition.partition()));
                topics.put(name, partitions);
            }
        });
        return topics;
    }

    private Map<String, Cluster.ConsumerGroup> groups() throws InterruptedException {
        List<String> ids = answer(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, ListConsumerGroupOffsetsSpec> specs = new HashMap<>();
        ids.forEach(id -> specs.put(id, new ListConsumerGroupOffsetsSpec()));
        ListConsumerGroupOffsetsResult offsets = admin.listConsumerGroupOffsets(specs);
        var descriptions = admin.describeConsumerGroups(ids).describedGroups();
        Map<String, Cluster.ConsumerGroup> groups = new TreeMap<>();
        for (String id : ids) {
            Map<TopicPartition, OffsetAndMetadata> committed = gone(offsets.partitionsToOffsetAndMetadata(id));
            ConsumerGroupDescription description = gone(descriptions.get(id));
            if (committed != null && description != null) {
                groups.put(id, group(description, committed));
            }
        }
        return groups;
    }

    private static Cluster.ConsumerGroup group(
            ConsumerGroupDescription description, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed.forEach((partition, offset) -> {
            // Kafka represents "nothing committed" by a null value.
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        List<Cluster.Member> members = new ArrayList<>();
        description
                .members()
                .forEach(member -> members.add(new Cluster.Member(
                        member.consumerId(),
                        member.clientId(),
                        member.host(),
                        member.assignment().topicPartitions())));
        return new Cluster.ConsumerGroup(
                description.groupId(), description.groupState().toString(), members, offsets);
    }

    private Long offset(KafkaFuture<ListOffsetsResult.ListOffsetsResultInfo> future) {
        var info = gone(future);
        return info == null ? null : info.offset();
    }

    /** One that fails alone has disappeared between two requests. */
    private <T> T gone(KafkaFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException absent) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new ClusterUnavailableException(failed.getCause());
        } catch (TimeoutException late) {
            throw new ClusterUnavailableException(late);
        }
    }
}
