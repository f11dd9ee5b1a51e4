package org.citestream.query.ops.group;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.lag.ClearTime;
import org.citestream.query.ops.lag.Judged;
import org.citestream.query.ops.lag.LagVerdict;
import org.citestream.query.ops.lag.PartitionLag;
import org.citestream.query.ops.lag.Series;

/**
 * A consumer group as the dashboard shows it.
 *
 * @param state as Kafka names it
 * @param lag waiting records over all partitions
 * @param seconds age of the oldest waiting record; null if none waits or it is not known yet
 * @param going the trend of its lag
 * @param history its lag in the last surveys, the oldest first
 * @param clear how long it needs until nothing waits, by its slowest partition; null if nothing does
 * @param hour its lag over the last hour, the oldest first
 * @param storedElsewhere whether its true position is in the database and its commits are only a copy
 * @param lastCommit null if none was seen
 * @param rebalances since this instance started; null if they cannot be counted
 * @param lastRebalance null if none was seen
 */
public record GroupRow(
        String group,
        String state,
        long lag,
        Long seconds,
        @JsonIgnore LagVerdict judged,
        @JsonIgnore Series.SeriesTrend going,
        List<Long> history,
        ClearTime clear,
        @JsonIgnore List<Series.Sample> hour,
        boolean storedElsewhere,
        Instant lastCommit,
        Integer rebalances,
        Instant lastRebalance,
        List<MemberRow> members,
        List<PartitionLag> partitions)
        implements Judged {

    public GroupRow {
        history = List.copyOf(history);
        hour = List.copyOf(hour);
        members = List.copyOf(members);
        partitions = List.copyOf(partitions);
    }

    @JsonProperty
    public String trend() {
        return going.word();
    }
}
