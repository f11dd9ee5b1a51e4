package org.citestream.classify.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether everything that was in the log when its partitions were first assigned has been processed. Once true it stays
 * true: later lag is for the lag metric. Safe for use by several threads.
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

    /** Partitions still behind the end of the log at startup. */
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
