package org.citestream.query.ops.message;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.cluster.Cluster.OffsetRange;

/**
 * Searches a topic by reading its log, from the oldest record or from a time up to the end as of the search's start,
 * and reports hits as they are found. Thread-safe.
 */
@Singleton
public record MessageSearch(MessageReader reader, OpsSettings settings) {

    private static final int PROGRESS_EVERY = 2_000;

    /** Receives the hits of a search. */
    public interface SearchListener {

        void hit(Message message);

        void progress(SearchProgress progress);
    }

    /**
     * The progress of a search.
     *
     * @param read records read so far
     * @param of records to read (offsets, if the topic is compacted)
     * @param end why it ended: end, enough (hits), budget, steps, time, cancelled, stalled; null while it is running
     */
    public record SearchProgress(long read, long of, long bytes, int hits, String end) {}

    /** Where to search: a topic, one partition or null for all, and a time to start at or null for the oldest. */
    public record SearchRange(String topic, Integer partition, java.time.Instant since) {}

    /**
     * Searches until the end, the limits, or until told to stop; returns how it ended.
     *
     * @param most hits after which it ends
     * @param shown bytes of a value that the listener gets at most
     */
    public SearchProgress run(
            SearchRange scope,
            Predicate<ConsumerRecord<byte[], byte[]>> filter,
            SearchListener listener,
            BooleanSupplier cancelled,
            int most,
            int shown) {
        return reader.answering(consumer -> {
            Map<TopicPartition, OffsetRange> stretches = reader.ranges(consumer, scope.topic(), scope.partition());
            if (scope.since() != null) {
                Map<TopicPartition, Long> times = new HashMap<>();
                stretches
                        .keySet()
                        .forEach(partition -> times.put(partition, scope.since().toEpochMilli()));
                consumer.offsetsForTimes(times, settings.patience()).forEach((partition, start) -> {
                    long end = stretches.get(partition).end();
                    stretches.put(partition, new OffsetRange(start == null ? end : start.offset(), end));
                });
            }
            long of = stretches.values().stream()
                    .mapToLong(range -> range.end() - range.first())
                    .sum();
            ProgressCounter count = new ProgressCounter(of, listener, most, shown);
            LogScan.End end = new LogScan(consumer, stretches)
                    .run(record -> count.take(record, filter), cancelled, settings.patience());
            SearchProgress last = count.progress(count.limit == null ? end.word() : count.limit);
            listener.progress(last);
            return last;
        });
    }

    private final class ProgressCounter {
        private final long of;
        private final SearchListener listener;
        private final int most;
        private final int shown;
        private long read;
        private long bytes;
        private int hits;
        private final long began = System.nanoTime();
        private String limit;

        ProgressCounter(long of, SearchListener listener, int most, int shown) {
            this.of = of;
            this.listener = listener;
            this.most = most;
            this.shown = shown;
        }

        boolean take(ConsumerRecord<byte[], byte[]> record, Predicate<ConsumerRecord<byte[], byte[]>> filter) {
            read++;
            bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            try {
                if (filter.test(record)) {
                    hits++;
                    listener.hit(Message.of(record, shown));
                }
            } catch (CostlyPathException costly) {
                limit = "steps";
                return false;
            }
            if (read % PROGRESS_EVERY == 0) {
                listener.progress(progress(null));
            }
            if (bytes > settings.searchBytes()) {
                limit = "budget";
            } else if (System.nanoTime() - began > settings.searchTime().toNanos()) {
                limit = "time";
            }
            return hits < most && limit == null;
        }

        SearchProgress progress(String end) {
            return new SearchProgress(read, of, bytes, hits, end);
        }
    }
}
