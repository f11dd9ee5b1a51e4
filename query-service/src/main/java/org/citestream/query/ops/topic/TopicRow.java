package org.citestream.query.ops.topic;

import java.time.Instant;
import java.util.List;

/**
 * A topic as the dashboard shows it.
 *
 * @param records offsets that the log holds; more than records where it is compacted
 * @param bytes on disk, one copy; null where the broker does not tell
 * @param ratePerSecond records written a second over the last half minute
 * @param newest time of its newest record, or null
 * @param groups who reads it, the worst first
 * @param history records written from look to look, the oldest first
 */
public record TopicRow(
        String topic,
        int partitions,
        long records,
        Long bytes,
        double ratePerSecond,
        String retention,
        Instant newest,
        List<TopicLag> groups,
        List<Long> history) {

    public TopicRow {
        groups = List.copyOf(groups);
        history = List.copyOf(history);
    }

    /**
     * A group's lag in one topic.
     *
     * @param seconds age of the oldest record that waits for it; null if none does or it is not known yet
     */
    public record TopicLag(String group, long lag, Long seconds, String verdict, String why, String trend) {}
}
