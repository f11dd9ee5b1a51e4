package org.citestream.query.ops.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A topic as the broker describes it: its partitions by number, its settings by name. */
public record DescribedTopic(String topic, List<Partition> partitions, List<KafkaSetting> settings) {

    public DescribedTopic {
        partitions = List.copyOf(partitions);
        settings = List.copyOf(settings);
    }

    /**
     * One partition.
     *
     * @param leader id of the broker that takes its records, or null while there is none
     * @param replicas ids of the brokers that keep a copy, the preferred leader first
     * @param inSync those of them that have all of it
     * @param first offset of its first record
     * @param end offset that the next record gets
     * @param bytes of the largest copy on disk, or null if the broker does not tell
     */
    public record Partition(
            int partition,
            Integer leader,
            List<Integer> replicas,
            List<Integer> inSync,
            long first,
            long end,
            Long bytes) {

        public Partition {
            replicas = List.copyOf(replicas);
            inSync = List.copyOf(inSync);
        }

        /** Offsets between its first record and its end; more than records where it is compacted. */
        public long records() {
            return end - first;
        }

        /** {@code ok}, {@code under-replicated}, or {@code offline} without a leader. */
        @JsonProperty
        public String state() {
            if (leader == null) {
                return "offline";
            }
            return inSync.size() < replicas.size() ? "under-replicated" : "ok";
        }
    }

    /** Partitions of which a broker lacks a part, or that have no leader. */
    public long unwell() {
        return partitions.stream()
                .filter(partition -> !partition.state().equals("ok"))
                .count();
    }
}
