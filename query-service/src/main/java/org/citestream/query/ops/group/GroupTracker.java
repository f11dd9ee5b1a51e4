package org.citestream.query.ops.group;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.cluster.Cluster;
import org.citestream.query.ops.cluster.CommitJournal;
import org.citestream.query.ops.cluster.RecordTimes;
import org.citestream.query.ops.lag.ClearTime;
import org.citestream.query.ops.lag.LagVerdict;
import org.citestream.query.ops.lag.LagWindow;
import org.citestream.query.ops.lag.PartitionLag;
import org.citestream.query.ops.lag.Series;

/**
 * Tracks every group from survey to survey. A group reads each topic of which it has committed, or is assigned, a
 * partition; partitions that it never committed count from the first record in the log. Not thread-safe.
 */
public final class GroupTracker {

    private static final Duration PACE_OVER = Duration.ofSeconds(30);

    private final Duration window;
    private final int history;
    private final Duration charts;
    private final Map<String, GroupHistory> accounts = new HashMap<>();

    private static final class GroupHistory {
        private final Map<TopicPartition, LagWindow> windows = new HashMap<>();
        private final Map<TopicPartition, Series> lags = new HashMap<>();
        private final Series lag;
        private final Series hour;

        GroupHistory(int history, Duration charts) {
            this.lag = new Series(history);
            this.hour = Series.over(charts);
        }
    }

    /** @param charts how far back the charts reach */
    public GroupTracker(Duration window, int history, Duration charts) {
        this.window = window;
        this.history = history;
        this.charts = charts;
    }

    /** What a survey needs besides the cluster itself. */
    public record Sources(
            CommitJournal journal,
            RecordTimes times,
            int timeReads,
            Map<String, Map<TopicPartition, Long>> stored,
            ToDoubleFunction<String> lastPoll) {}

    /** All groups, the worst first. */
    public List<GroupRow> rows(Cluster cluster, Sources sources) {
        accounts.keySet().retainAll(cluster.groups().keySet());
        Map<String, Map<TopicPartition, Long>> positions = new TreeMap<>();
        Set<RecordTimes.RecordOffset> waiting = new HashSet<>();
        cluster.groups().forEach((id, group) -> {
            Map<TopicPartition, Long> committed = new HashMap<>(group.committed());
            // The database is ahead of the commits.
            sources.stored().getOrDefault(id, Map.of()).forEach((partition, offset) -> {
                if (cluster.ranges().containsKey(partition)) {
                    committed.merge(partition, offset, Math::max);
                }
            });
            positions.put(id, committed);
            for (TopicPartition partition : read(group, committed, cluster)) {
                place(partition, committed.get(partition), cluster.ranges().get(partition))
                        .ifPresent(waiting::add);
            }
        });
        sources.times().read(waiting, sources.timeReads());
        List<GroupRow> rows = new ArrayList<>();
        cluster.groups().forEach((id, group) -> rows.add(row(cluster, group, positions.get(id), sources)));
        rows.sort((one, other) -> {
            int worse = Integer.compare(other.judged().severity(), one.judged().severity());
            int more = worse == 0 ? Long.compare(other.lag(), one.lag()) : worse;
            return more == 0 ? one.group().compareTo(other.group()) : more;
        });
        return List.copyOf(rows);
    }

    private static java.util.Optional<RecordTimes.RecordOffset> place(
            TopicPartition partition, Long committed, Cluster.OffsetRange range) {
        long position = committed == null ? range.first() : Math.max(committed, range.first());
        return position < range.end()
                ? java.util.Optional.of(new RecordTimes.RecordOffset(partition, position))
                : java.util.Optional.empty();
    }

    private static Set<TopicPartition> read(
            Cluster.ConsumerGroup group, Map<TopicPartition, Long> committed, Cluster cluster) {
        Set<String> topics = new TreeSet<>();
        committed.keySet().forEach(partition -> topics.add(partition.topic()));
        group.members().forEach(member -> member.assignment().forEach(partition -> topics.add(partition.topic())));
        Set<TopicPartition> read = new HashSet<>();
        for (String topic : topics) {
            for (int partition : cluster.topics().getOrDefault(topic, Set.of())) {
                TopicPartition one = new TopicPartition(topic, partition);
                if (cluster.ranges().containsKey(one)) {
                    read.add(one);
                }
            }
        }
        return read;
    }

    private GroupRow row(
            Cluster cluster, Cluster.ConsumerGroup group, Map<TopicPartition, Long> committed, Sources sources) {
        GroupHistory account = accounts.computeIfAbsent(group.id(), id -> new GroupHistory(history, charts));
        Set<TopicPartition> read = read(group, committed, cluster);
        account.windows.keySet().retainAll(read);
        account.lags.keySet().retainAll(read);
        boolean stored = sources.stored().containsKey(group.id());
        Function<TopicPartition, Instant> commits =
                stored ? partition -> null : partition -> sources.journal().lastCommit(group.id(), partition);
        Map<TopicPartition, String> readers = readers(group);
        List<PartitionLag> lags = new ArrayList<>();
        LagVerdict worst = new LagVerdict.Ok();
        Instant oldest = null;
        Instant lastCommit = null;
        long lag = 0;
        for (TopicPartition partition : read) {
            PartitionLag one = lag(cluster, partition, committed.get(partition), account, commits, sources, readers);
            lags.add(one);
            lag += one.lag();
            worst = worst.worse(one.judged());
            oldest = earlier(oldest, one.waitingSince());
            lastCommit = later(lastCommit, account.windows.get(partition).lastCommit());
        }
        lags.sort(java.util.Comparator.comparing(PartitionLag::topic).thenComparing(PartitionLag::partition));
        account.lag.add(cluster.at(), lag);
        account.hour.add(cluster.at(), lag);
        var rebalances = sources.journal().rebalances(group.id());
        return new GroupRow(
                group.id(),
                group.state(),
                lag,
                oldest == null
                        ? null
                        : Math.max(0, Duration.between(oldest, cluster.at()).toSeconds()),
                worst,
                account.lag.trend(),
                account.lag.values(),
                clear(account, lags, cluster.at()),
                account.hour.points(),
                stored,
                lastCommit,
                rebalances == null ? null : rebalances.count(),
                rebalances == null ? null : rebalances.last(),
                members(group, sources.lastPoll()),
                lags);
    }

    private ClearTime clear(GroupHistory account, List<PartitionLag> lags, Instant now) {
        return ClearTime.of(lags.stream()
                        .map(one -> account.lags
                                .computeIfAbsent(
                                        new TopicPartition(one.topic(), one.partition()), its -> new Series(history))
                                .pace(one, now, PACE_OVER))
                        .toList())
                .orElse(null);
    }

    private PartitionLag lag(
            Cluster cluster,
            TopicPartition partition,
            Long committed,
            GroupHistory account,
            Function<TopicPartition, Instant> commits,
            Sources sources,
            Map<TopicPartition, String> readers) {
        Cluster.OffsetRange range = cluster.ranges().get(partition);
        LagWindow commitsSoFar = account.windows.computeIfAbsent(partition, one -> new LagWindow(window, cluster.at()));
        long position = committed == null ? range.first() : committed;
        long lag = Math.max(0, range.end() - position);
        if (committed != null) {
            Instant at = commits.apply(partition);
            if (at == null && committed != commitsSoFar.lastOffset()) {
                at = cluster.at();
            }
            if (at != null) {
                commitsSoFar.add(committed, lag, at);
            }
        }
        Instant waiting =
                place(partition, committed, range).map(sources.times()::at).orElse(null);
        return new PartitionLag(
                partition.topic(),
                partition.partition(),
                committed,
                range.first(),
                range.end(),
                waiting,
                commitsSoFar.verdict(lag, cluster.at()),
                readers.get(partition));
    }

    private static Map<TopicPartition, String> readers(Cluster.ConsumerGroup group) {
        Map<TopicPartition, String> readers = new HashMap<>();
        group.members()
                .forEach(member -> member.assignment().forEach(partition -> readers.put(partition, member.clientId())));
        return readers;
    }

    private static List<MemberRow> members(Cluster.ConsumerGroup group, ToDoubleFunction<String> lastPoll) {
        return group.members().stream()
                .map(member -> {
                    Map<String, List<Integer>> assignment = new TreeMap<>();
                    member.assignment().stream()
                            .sorted(java.util.Comparator.comparing(TopicPartition::topic)
                                    .thenComparing(TopicPartition::partition))
                            .forEach(partition -> assignment
                                    .computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                                    .add(partition.partition()));
                    double poll = lastPoll.applyAsDouble(member.clientId());
                    return new MemberRow(
                            member.id(),
                            member.clientId(),
                            member.host(),
                            assignment,
                            Double.isNaN(poll) ? null : poll);
                })
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
