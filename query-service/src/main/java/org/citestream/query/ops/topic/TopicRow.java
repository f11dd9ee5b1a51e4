package org.citestream.query.ops.topic;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.lag.Series;

/**
 * A topic as the dashboard shows it.
 *
 * @param records offsets that the log holds; more than its records if it is compacted
 * @param bytes size of one replica on disk; null if the broker does not report it
 * @param ratePerSecond records written per second over the last half minute
 * @param newest time of its newest record, or null
 * @param groups the groups that read it, the worst first
 * @param hour the end of the log over the last hour, summed over partitions, the oldest first
 * @param history records written from survey to survey, the oldest first
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
        @JsonIgnore List<Series.Sample> hour,
        List<Long> history) {

    public TopicRow {
        groups = List.copyOf(groups);
        hour = List.copyOf(hour);
        history = List.copyOf(history);
    }

    /**
     * A group's lag in one topic.
     *
     * @param seconds age of the oldest waiting record; null if none waits or it is not known yet
     */
    public record TopicLag(String group, long lag, Long seconds, String verdict, String why, String trend) {}
}
