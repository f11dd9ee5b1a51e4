package org.citestream.query.ops.cluster;

import java.util.List;

/**
 * A broker as the cluster describes it.
 *
 * @param rack null where none is set
 * @param controller whether it decides for the cluster
 * @param bytes of all copies on its disks, or null if it does not tell
 * @param replicas copies of partitions that it keeps, Kafka's own topics included
 * @param leads partitions whose records it takes
 * @param lagging copies of it that lack something
 */
public record DescribedBroker(
        int id,
        String host,
        int port,
        String rack,
        boolean controller,
        Long bytes,
        int replicas,
        int leads,
        int lagging) {

    /** A broker with its settings by name and what it keeps of each topic, the largest first. */
    public record Whole(DescribedBroker broker, List<Folder> folders, List<Share> topics, List<KafkaSetting> settings) {

        public Whole {
            folders = List.copyOf(folders);
            topics = List.copyOf(topics);
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

    /** What it keeps of one topic. */
    public record Share(String topic, int replicas, int leads, long bytes) {}
}
