package org.citestream.query.ops.group;

import java.util.List;
import java.util.Map;

/**
 * A member of a group.
 *
 * @param assignment partitions by topic
 * @param lastPollSeconds seconds since its last poll; null if its service does not report it
 */
public record MemberRow(
        String id, String clientId, String host, Map<String, List<Integer>> assignment, Double lastPollSeconds) {

    public MemberRow {
        assignment = Map.copyOf(assignment);
    }

    /** The number of partitions it reads. */
    public int partitions() {
        return assignment.values().stream().mapToInt(List::size).sum();
    }
}
