package org.citestream.query.ops.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.cluster.Cluster;
import org.citestream.query.ops.cluster.TopicDetails;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.lag.LagVerdict;
import org.citestream.query.ops.lag.PartitionLag;
import org.citestream.query.ops.lag.Series;

/** Tracks every topic from survey to survey. Not thread-safe. */
public final class TopicTracker {

    private static final Duration RATE_OVER = Duration.ofSeconds(30);

    private final int history;
    private final Duration charts;
    private final Map<String, Series> written = new HashMap<>();
    private final Map<String, Series> hours = new HashMap<>();

    /** @param charts how far back the charts reach */
    public TopicTracker(int history, Duration charts) {
        this.history = history;
        this.charts = charts;
    }

    /** All topics but Kafka's own, by name. */
    public List<TopicRow> rows(Cluster cluster, Map<String, TopicDetails> details, List<GroupRow> groups) {
        written.keySet().retainAll(cluster.topics().keySet());
        hours.keySet().retainAll(cluster.topics().keySet());
        Map<String, List<TopicRow.TopicLag>> readers = readers(cluster, groups);
        List<TopicRow> rows = new ArrayList<>();
        cluster.topics().keySet().stream()
                .filter(topic -> !topic.startsWith("__"))
                .sorted()
                .forEach(topic -> rows.add(row(
                        cluster,
                        topic,
                        details.getOrDefault(topic, TopicDetails.UNKNOWN),
                        readers.getOrDefault(topic, List.of()))));
        return List.copyOf(rows);
    }

    private TopicRow row(Cluster cluster, String topic, TopicDetails details, List<TopicRow.TopicLag> readers) {
        long end = 0;
        long records = 0;
        for (int partition : cluster.topics().get(topic)) {
            Cluster.OffsetRange range = cluster.ranges().get(new TopicPartition(topic, partition));
            if (range != null) {
                end += range.end();
                records += range.end() - range.first();
            }
        }
        Series series = written.computeIfAbsent(topic, name -> new Series(history));
        series.add(cluster.at(), end);
        Series hour = hours.computeIfAbsent(topic, name -> Series.over(charts));
        hour.add(cluster.at(), end);
        return new TopicRow(
                topic,
                cluster.topics().get(topic).size(),
                records,
                details.bytes(),
                series.rate(RATE_OVER),
                details.retention(),
                details.newest(),
                readers,
                hour.points(),
                series.steps());
    }

    private static Map<String, List<TopicRow.TopicLag>> readers(Cluster cluster, List<GroupRow> groups) {
        Map<String, List<TopicRow.TopicLag>> readers = new HashMap<>();
        for (GroupRow group : groups) {
            Map<String, List<PartitionLag>> byTopic = new HashMap<>();
            group.partitions().forEach(lag -> byTopic.computeIfAbsent(lag.topic(), topic -> new ArrayList<>())
                    .add(lag));
            byTopic.forEach((topic, lags) -> {
                LagVerdict worst =
                        lags.stream().map(PartitionLag::judged).reduce(new LagVerdict.Ok(), LagVerdict::worse);
                readers.computeIfAbsent(topic, name -> new ArrayList<>())
                        .add(new TopicRow.TopicLag(
                                group.group(),
                                lags.stream().mapToLong(PartitionLag::lag).sum(),
                                lags.stream()
                                        .map(lag -> lag.seconds(cluster.at()))
                                        .filter(Objects::nonNull)
                                        .max(Long::compare)
                                        .orElse(null),
                                worst.word(),
                                worst.why(),
                                group.trend()));
            });
        }
        return readers;
    }
}
