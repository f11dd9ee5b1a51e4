package org.citestream.query.project;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;

/**
 * Fills a generation from the beginning of the log, never beyond the active one, so that both can reach the same
 * offsets. Uses no consumer group. Not thread-safe, except for {@link #done()} and {@link #total()}.
 */
final class GenerationFiller implements RecordWriter.ReadProgress, AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final Offsets active;
    private final Offsets own;
    private final BatchWriter batches;
    private final RecordWriter writer;
    private final ProjectionSettings settings;
    private final Map<TopicPartition, Long> first;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile long done;
    private volatile long total;

    /**
     * Records that cannot become rows are marked as parked; they have been on the dead-letter topic since they were
     * first read.
     */
    GenerationFiller(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Offsets active,
            Offsets own,
            BatchWriter batches,
            SkipOrders skips,
            ProjectionSettings settings,
            ProjectionMeters meters)
            throws SQLException {
        this.consumer = consumer;
        this.active = active;
        this.own = own;
        this.batches = batches;
        this.settings = settings;
        this.writer = new RecordWriter(batches, letters -> {}, meters, skips::has, this);
        skips.read();
        consumer.assign(partitions);
        this.first = Map.copyOf(consumer.beginningOffsets(partitions));
        own.begin(first);
        place();
    }

    /** Polls once; returns true once it has reached the active generation. */
    boolean step() throws SQLException, FencedException, InterruptedException {
        Map<TopicPartition, Long> targets = active.load(consumer.assignment());
        List<TopicPartition> behind = new ArrayList<>();
        List<TopicPartition> level = new ArrayList<>();
        next.forEach((partition, position) ->
                (position < targets.getOrDefault(partition, 0L) ? behind : level).add(partition));
        count(targets);
        if (behind.isEmpty()) {
            return true;
        }
        consumer.pause(level);
        consumer.resume(behind);
        List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(settings.pollTimeout())) {
            if (record.offset() < targets.get(new TopicPartition(record.topic(), record.partition()))) {
                due.add(record);
            }
        }
        try {
            if (!due.isEmpty()) {
                writer.write(due);
            }
            passGaps(behind, targets);
        } catch (SQLException | FencedException | RuntimeException failure) {
            place();
            throw failure;
        }
        count(targets);
        return false;
    }

    /** Waits; an interrupt ends it. */
    void rest(Duration pause) {
        consumer.pause(consumer.assignment());
        consumer.poll(pause);
    }

    /** Compaction leaves gaps, sometimes just before a target; they are passed without a record. */
    private void passGaps(List<TopicPartition> partitions, Map<TopicPartition, Long> targets)
            throws SQLException, FencedException {
        List<Offsets.Advance> gaps = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long target = targets.get(partition);
            long position = consumer.position(partition);
            if (position > target) {
                consumer.seek(partition, target);
            }
            if (Math.min(position, target) > next.get(partition)) {
                gaps.add(new Offsets.Advance(partition, next.get(partition), Math.min(position, target)));
            }
        }
        if (!gaps.isEmpty()) {
            batches.write(new FactBatch(), List.of(), gaps);
            written(gaps, List.of(), false);
        }
    }

    private void place() throws SQLException {
        next.clear();
        next.putAll(own.load(consumer.assignment()));
        next.forEach(consumer::seek);
    }

    private void count(Map<TopicPartition, Long> targets) {
        long toRead = 0;
        long read = 0;
        for (Map.Entry<TopicPartition, Long> position : next.entrySet()) {
            long begin = first.get(position.getKey());
            toRead += Math.max(0, targets.getOrDefault(position.getKey(), begin) - begin);
            read += position.getValue() - begin;
        }
        total = toRead;
        done = read;
    }

    /** The number of offsets passed so far. */
    long done() {
        return done;
    }

    /** The number of offsets to pass, as of the last step; it grows while articles stream in. */
    long total() {
        return total;
    }

    @Override
    public long next(TopicPartition partition) {
        return next.get(partition);
    }

    @Override
    public void written(List<Offsets.Advance> advances, List<LoggedFact<ArticleClosed>> closed, boolean corrected) {
        advances.forEach(advance -> next.put(advance.partition(), advance.to()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
