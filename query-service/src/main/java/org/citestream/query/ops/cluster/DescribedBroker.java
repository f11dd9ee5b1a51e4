package org.citestream.query.ops.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A broker as the cluster describes it.
 *
 * @param rack null where none is set
 * @param controller whether it decides for the cluster
 * @param folders where it keeps records; empty if it does not tell
 * @param topics what it keeps of each topic, Kafka's own included, the largest first
 */
public record DescribedBroker(
        int id, String host, int port, String rack, boolean controller, List<Folder> folders, List<Share> topics) {

    public DescribedBroker {
        folders = List.copyOf(folders);
        topics = List.copyOf(topics);
    }

    /** A broker with its settings by name. */
    public record Whole(DescribedBroker broker, List<KafkaSetting> settings) {

        public Whole {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Where it keeps records.
     *
     * @param total bytes that the disk has, or null if Kafka does not tell
     * @param usable bytes that are free, or null
     * @param trouble why it cannot be used, or null
     */
    public record Folder(String path, Long total, Long usable, String trouble) {}

    /**
     * What it keeps of one topic.
     *
     * @param leads partitions whose records it takes
     * @param lagging copies of it that lack something
     */
    public record Share(String topic, int replicas, int leads, int lagging, long bytes) {}

    /** Of all copies on its disks, or null if it does not tell. */
    @JsonProperty
    public Long bytes() {
        return folders.isEmpty() ? null : sum(Share::bytes);
    }

    /** Copies of partitions that it keeps. */
    @JsonProperty
    public long replicas() {
        return sum(Share::replicas);
    }

    /** Partitions whose records it takes. */
    @JsonProperty
    public long leads() {
        return sum(Share::leads);
    }

    /** Copies of it that lack something. */
    @JsonProperty
    public long lagging() {
        return sum(Share::lagging);
    }

    private long sum(ToLongFunction<Share> figure) {
        return topics.stream().mapToLong(figure).sum();
    }
}
