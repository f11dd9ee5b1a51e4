package org.citestream.query.project;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;
import org.jboss.logging.Logger;

/**
 * The position in each partition: as stored in the database, never as committed by the group. Used on the loop's thread
 * only, except for {@link #isCaughtUp()}.
 */
final class Positions implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Positions.class);

    /** Articles in one line of the log. */
    private static final int MOST_NAMED = 20;

    private final Consumer<byte[], byte[]> consumer;
    private final Offsets offsets;
    private final String redriveTopic;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> targets = new HashMap<>();
    private final Set<TopicPartition> measured = new HashSet<>();
    private boolean unplaced;
    private volatile boolean caughtUp;

    Positions(Consumer<byte[], byte[]> consumer, Offsets offsets, String group) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.redriveTopic = TopicList.redrive(group);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // The database may be unreachable just now, so this only pauses; place() does the rest, with retries. Nothing
        // is read from the position set here, because the partitions are paused until placed.
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, 0);
        }
        consumer.pause(partitions);
        unplaced = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
        partitions.forEach(targets::remove);
    }

    /** Makes the stored offsets be read again, after a batch was abandoned. */
    void forget() {
        unplaced = true;
        consumer.pause(consumer.assignment());
    }

    boolean isUnplaced() {
        return unplaced;
    }

    /**
     * Seeks to the stored offsets and resumes the partitions.
     *
     * @throws LostOffsetException if the log has lost records before one of them, or is another one
     * @throws FencedException if another owner moves one of them just now
     */
    void place() throws SQLException, FencedException {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, Long> first = consumer.beginningOffsets(assigned);
        Map<TopicPartition, Long> end = consumer.endOffsets(assigned);
        Map<TopicPartition, Long> absent = new HashMap<>();
        Map<TopicPartition, Long> stored = offsets.load(assigned);
        for (TopicPartition partition : assigned) {
            if (!stored.containsKey(partition)) {
                // Redriven records are kept only for a while, so a new generation starts with those that are left.
                absent.put(partition, partition.topic().equals(redriveTopic) ? first.get(partition) : 0L);
            }
        }
        if (!absent.isEmpty()) {
            offsets.begin(absent);
            stored = offsets.load(assigned);
        }
        next.clear();
        for (TopicPartition partition : assigned) {
            long position = stored.get(partition);
            if (position > end.get(partition) && !isAnother(stored, end)) {
                position = goBack(partition, position, end.get(partition));
            }
            verify(partition, position, first.get(partition), end.get(partition));
            consumer.seek(partition, position);
            next.put(partition, position);
            if (measured.add(partition)) {
                targets.put(partition, end.get(partition));
            }
        }
        consumer.resume(assigned);
        unplaced = false;
        measure();
    }

    /** Whether the log has nothing of all that was read: then it is not one that has lost its end. */
    private static boolean isAnother(Map<TopicPartition, Long> stored, Map<TopicPartition, Long> end) {
        return stored.entrySet().stream()
                .filter(read -> read.getValue() > 0)
                .allMatch(read -> end.get(read.getKey()) == 0);
    }

    private long goBack(TopicPartition partition, long read, long held) throws SQLException, FencedException {
        List<String> articles = offsets.goBack(partition, read, held);
        LOG.errorf(
                "%s was read up to offset %d and ends at %d now: the broker has lost records. The view keeps what it has"
                        + " and reads on. %d articles have rows from lost records%s; deploy/citestream heal publishes them again",
                partition,
                read,
                held,
                articles.size(),
                articles.stream().limit(MOST_NAMED).map(id -> ", " + id).collect(Collectors.joining()));
        return held;
    }

    private static void verify(TopicPartition partition, long position, long first, long end) {
        if (position < first || position > end) {
            throw new LostOffsetException(
                    "%s is to be read from offset %d, but the log holds %d to %d. Records are lost or the log is another one: restore the topic, or rebuild the view from a log that is whole."
                            .formatted(partition, position, first, end));
        }
    }

    /** The stored offset of the partition, as last known here. */
    long next(TopicPartition partition) {
        return next.get(partition);
    }

    /** Records offsets that were written. */
    void advanced(List<Offsets.Advance> advances) {
        for (Offsets.Advance advance : advances) {
            next.put(advance.partition(), advance.to());
        }
        measure();
    }

    private void measure() {
        targets.entrySet().removeIf(target -> next.getOrDefault(target.getKey(), -1L) >= target.getValue());
        caughtUp = targets.isEmpty();
    }

    /** Whether everything that was in the log when the partitions were first assigned has been written. */
    boolean isCaughtUp() {
        return caughtUp;
    }
}
