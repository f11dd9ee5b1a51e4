package org.citestream.query.ops.cluster;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.problem.Problem;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Asks the cluster about one topic or about its brokers when somebody wants to know; what every page needs all the time is
 * looked at by the survey. Thread-safe.
 */
@ApplicationScoped
public class ClusterDescriber {

    private static final Logger LOG = Logger.getLogger(ClusterDescriber.class);

    private final KafkaClients clients;
    private final OpsSettings settings;
    private Admin admin;

    ClusterDescriber(KafkaClients clients, OpsSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /**
     * The topic with its partitions and settings.
     *
     * @return empty if the cluster has none of that name
     * @throws ProblemException 503 if the broker does not answer
     */
    public Optional<DescribedTopic> topic(String name) throws InterruptedException {
        TopicDescription topic;
        try {
            topic = answer(
                    admin().describeTopics(List.of(name)).topicNameValues().get(name));
        } catch (UnknownTopicOrPartitionException | InvalidTopicException unknown) {
            return Optional.empty();
        }
        List<TopicPartition> partitions = topic.partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        var firsts = admin().listOffsets(specs(partitions, OffsetSpec.earliest()));
        var ends = admin().listOffsets(specs(partitions, OffsetSpec.latest()));
        Map<TopicPartition, Long> bytes = new HashMap<>();
        logs(nodes()).values().forEach(folders -> folders.values().forEach(folder -> folder.replicaInfos()
                .forEach((partition, replica) -> bytes.merge(partition, replica.size(), Math::max))));
        List<DescribedTopic.Partition> described = new ArrayList<>();
        for (TopicPartitionInfo partition : topic.partitions()) {
            TopicPartition its = new TopicPartition(name, partition.partition());
            boolean led = hasLeader(partition);
            described.add(new DescribedTopic.Partition(
                    partition.partition(),
                    led ? partition.leader().id() : null,
                    ids(partition.replicas()),
                    ids(partition.isr()),
                    led ? answer(firsts.partitionResult(its)).offset() : 0,
                    led ? answer(ends.partitionResult(its)).offset() : 0,
                    bytes.get(its)));
        }
        return Optional.of(
                new DescribedTopic(name, described, settings(new ConfigResource(ConfigResource.Type.TOPIC, name))));
    }

    private static Map<TopicPartition, OffsetSpec> specs(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        partitions.forEach(partition -> specs.put(partition, spec));
        return specs;
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    /** All brokers, by id. */
    public List<DescribedBroker> brokers() throws InterruptedException {
        var cluster = admin().describeCluster();
        Collection<Node> nodes = answer(cluster.nodes());
        Node controller = answer(cluster.controller());
        var logs = logs(nodes);
        Collection<TopicDescription> topics = topics();
        return nodes.stream()
                .sorted(Comparator.comparingInt(Node::id))
                .map(node -> new DescribedBroker(
                        node.id(),
                        node.host(),
                        node.port(),
                        node.rack(),
                        controller != null && controller.id() == node.id(),
                        folders(logs.get(node.id())),
                        shares(node, logs.get(node.id()), topics)))
                .toList();
    }

    /** One of them with its settings; empty if there is none of that id. */
    public Optional<DescribedBroker.Whole> broker(int id) throws InterruptedException {
        for (DescribedBroker broker : brokers()) {
            if (broker.id() == id) {
                return Optional.of(new DescribedBroker.Whole(
                        broker, settings(new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(id)))));
            }
        }
        return Optional.empty();
    }

    private static boolean leads(Node node, TopicPartitionInfo partition) {
        return hasLeader(partition) && partition.leader().id() == node.id();
    }

    /** By path; none if the broker does not tell. */
    private static List<DescribedBroker.Folder> folders(Map<String, LogDirDescription> logs) {
        List<DescribedBroker.Folder> folders = new ArrayList<>();
        new TreeMap<>(logs == null ? Map.of() : logs)
                .forEach((path, folder) -> folders.add(new DescribedBroker.Folder(
                        path,
                        known(folder.totalBytes()),
                        known(folder.usableBytes()),
                        folder.error() == null ? null : folder.error().getMessage())));
        return folders;
    }

    private static Long known(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() : null;
    }

    /** The largest first. */
    private static List<DescribedBroker.Share> shares(
            Node node, Map<String, LogDirDescription> logs, Collection<TopicDescription> topics) {
        Map<String, Long> bytes = new HashMap<>();
        if (logs != null) {
            logs.values().forEach(folder -> folder.replicaInfos()
                    .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum)));
        }
        return topics.stream()
                .map(topic -> share(node, topic, bytes.getOrDefault(topic.name(), 0L)))
                .filter(share -> share.replicas() > 0)
                .sorted(Comparator.comparingLong(DescribedBroker.Share::bytes)
                        .reversed()
                        .thenComparing(DescribedBroker.Share::topic))
                .toList();
    }

    private static DescribedBroker.Share share(Node node, TopicDescription topic, long bytes) {
        int replicas = 0;
        int leads = 0;
        int lagging = 0;
        for (TopicPartitionInfo partition : topic.partitions()) {
            boolean kept = ids(partition.replicas()).contains(node.id());
            replicas += kept ? 1 : 0;
            leads += leads(node, partition) ? 1 : 0;
            lagging += kept && !ids(partition.isr()).contains(node.id()) ? 1 : 0;
        }
        return new DescribedBroker.Share(topic.name(), replicas, leads, lagging, bytes);
    }

    private Collection<Node> nodes() throws InterruptedException {
        return answer(admin().describeCluster().nodes());
    }

    private Collection<TopicDescription> topics() throws InterruptedException {
        return answer(admin().describeTopics(answer(admin().listTopics(new ListTopicsOptions().listInternal(true))
                                .names()))
                        .allTopicNames())
                .values();
    }

    /** By broker and folder; brokers that do not tell are absent. */
    private Map<Integer, Map<String, LogDirDescription>> logs(Collection<Node> nodes) throws InterruptedException {
        Map<Integer, Map<String, LogDirDescription>> logs = new HashMap<>();
        for (var broker : admin().describeLogDirs(nodes.stream().map(Node::id).toList())
                .descriptions()
                .entrySet()) {
            try {
                logs.put(broker.getKey(), answer(broker.getValue()));
            } catch (ProblemException untold) {
                LOG.debugf("broker %d does not tell what it keeps: %s", broker.getKey(), untold.getMessage());
            }
        }
        return logs;
    }

    private List<KafkaSetting> settings(ConfigResource of) throws InterruptedException {
        return answer(admin().describeConfigs(List.of(of)).values().get(of)).entries().stream()
                .map(KafkaSetting::of)
                .sorted(Comparator.comparing(KafkaSetting::name))
                .toList();
    }

    private <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            } else if (refused.getCause() instanceof InvalidTopicException invalid) {
                throw invalid;
            }
            throw away(refused.getCause());
        } catch (TimeoutException late) {
            throw away(late);
        }
    }

    private static ProblemException away(Throwable why) {
        return new ProblemException(Problem.of(
                503, "Service unavailable", "The broker does not answer: " + why.getMessage() + "; try again"));
    }
}
