package org.citestream.classify.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether everything that stood in the log when its partitions were first assigned has been worked off. Once so, for
 * ever so: later lag is a matter of the lag metric. Safe for use by several threads.
 */
public final class CatchUp {

    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private boolean assigned;
    private boolean done;

    synchronized void assigned(Map<TopicPartition, Long> endOffsets) {
        assigned = true;
        ends.putAll(endOffsets);
        if (endOffsets.isEmpty()) {
            check();
        }
    }

    synchronized void revoked(Collection<TopicPartition> partitions) {
        ends.keySet().removeAll(partitions);
    }

    synchronized void reached(TopicPartition partition, long next) {
        ends.computeIfPresent(partition, (p, end) -> next >= end ? null : end);
        check();
    }

    /** Partitions still behind where the log stood at the start. */
    public synchronized int behind() {
        return ends.size();
    }

    public synchronized boolean isDone() {
        return done;
    }

    private void check() {
        done |= assigned && ends.isEmpty();
    }
}
