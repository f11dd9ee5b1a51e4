package org.citestream.query.ops.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Topics and groups at one moment.
 *
 * @param ranges offsets that the log holds, by partition
 */
public record Cluster(
        Instant at,
        Map<String, Set<Integer>> topics,
        Map<TopicPartition, OffsetRange> ranges,
        Map<String, ConsumerGroup> groups) {

    public Cluster {
        topics = Map.copyOf(topics);
        ranges = Map.copyOf(ranges);
        groups = Map.copyOf(groups);
    }

    /**
     * The offsets that a partition holds.
     *
     * @param first offset of its first record
     * @param end offset of the next record to be written
     */
    @Schema(name = "Range")
    public record OffsetRange(long first, long end) {}

    /**
     * A consumer group.
     *
     * @param state as Kafka names it: Stable, Empty, PreparingRebalance …
     * @param committed read before the ends of the log, so that lag is never negative
     */
    public record ConsumerGroup(String id, String state, List<Member> members, Map<TopicPartition, Long> committed) {

        public ConsumerGroup {
            members = List.copyOf(members);
            committed = Map.copyOf(committed);
        }
    }

    /** A member of a group and what it reads. */
    public record Member(String id, String clientId, String host, Set<TopicPartition> assignment) {

        public Member {
            assignment = Set.copyOf(assignment);
        }
    }
}
