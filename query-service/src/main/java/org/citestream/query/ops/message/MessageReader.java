package org.citestream.query.ops.message;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.problem.Problem;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.cluster.Cluster.OffsetRange;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads pages of a topic, and single messages. Thread-safe: each call uses its own client. */
@Singleton
public record MessageReader(KafkaClients clients, OpsSettings settings) {

    private static final String NAME = "citestream.ops.messages";
    private static final TopicList TOPICS = TopicList.read();
    private static final int POLL = 500;

    /** Where a page starts. */
    public sealed interface From {

        /** The newest of each partition. */
        record Newest() implements From {}

        /** An offset, in one partition or in each. */
        record Offset(long offset) implements From {}

        /** The first not older than this. */
        record Time(Instant at) implements From {}
    }

    /** The position of a message. */
    public record MessagePlace(String topic, int partition, long offset) {}

    /**
     * A page of a topic.
     *
     * @param partition the only partition to read, or null for all
     * @param ranges offsets that the topic holds, by partition
     */
    @Schema(name = "Page")
    public record MessagePage(
            String topic, Integer partition, Map<Integer, OffsetRange> ranges, List<Message> messages) {

        public MessagePage {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Reads a page: the newest first, else in the order of offsets and time.
     *
     * @throws ProblemException 404 if there is no such topic or partition, 503 if the broker does not answer
     */
    public MessagePage page(String topic, Integer partition, From from, int limit) {
        return answering(consumer -> {
            Map<TopicPartition, OffsetRange> all = ranges(consumer, topic, partition);
            Map<TopicPartition, OffsetRange> stretches = stretches(consumer, all, from, limit);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            Map<TopicPartition, Integer> counts = new HashMap<>();
            new LogScan(consumer, stretches)
                    .run(
                            record -> {
                                TopicPartition its = new TopicPartition(record.topic(), record.partition());
                                if (counts.merge(its, 1, Integer::sum) <= limit) {
                                    records.add(record);
                                }
                                return records.size() < limit * stretches.size();
                            },
                            () -> false,
                            settings.patience());
            Comparator<ConsumerRecord<byte[], byte[]>> order = Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(
                            ConsumerRecord::timestamp)
                    .thenComparing(ConsumerRecord::partition)
                    .thenComparing(ConsumerRecord::offset);
            records.sort(from instanceof From.Newest ? order.reversed() : order);
            Map<Integer, OffsetRange> told = new java.util.TreeMap<>();
            all.forEach((its, range) -> told.put(its.partition(), range));
            return new MessagePage(
                    topic,
                    partition,
                    told,
                    records.stream()
                            .limit(limit)
                            .map(record -> Message.of(record, settings.messageCharacters()))
                            .toList());
        });
    }

    /** One full message, up to the size limit in the settings. */
    public Optional<Message> one(String topic, int partition, long offset) {
        return record(topic, partition, offset).map(record -> Message.of(record, settings.messageBytes()));
    }

    /** One record as it is in the log; empty if the log does not, or no longer, have it. */
    private Optional<ConsumerRecord<byte[], byte[]>> record(String topic, int partition, long offset) {
        return answering(consumer -> record(consumer, topic, partition, offset));
    }

    /**
     * Records as they are in the log, in that order, with one client; empty for those that the log does not, or no
     * longer, have.
     */
    public List<Optional<ConsumerRecord<byte[], byte[]>>> records(List<MessagePlace> places) {
        return answering(consumer -> places.stream()
                .map(place -> record(consumer, place.topic(), place.partition(), place.offset()))
                .toList());
    }

    private Optional<ConsumerRecord<byte[], byte[]>> record(
            Consumer<byte[], byte[]> consumer, String topic, int partition, long offset) {
        TopicPartition its = new TopicPartition(topic, partition);
        OffsetRange range = ranges(consumer, topic, partition).get(its);
        if (offset < range.first() || offset >= range.end()) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        new LogScan(consumer, Map.of(its, new OffsetRange(offset, offset + 1)))
                .run(
                        record -> {
                            found.add(record);
                            return false;
                        },
                        () -> false,
                        settings.patience());
        return found.stream().filter(record -> record.offset() == offset).findFirst();
    }

    /** Reads all of a small topic, up to its current end. */
    public void scan(String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        answering(consumer -> new LogScan(consumer, ranges(consumer, topic, null))
                .run(
                        record -> {
                            each.accept(record);
                            return true;
                        },
                        () -> false,
                        settings.patience()));
    }

    private Map<TopicPartition, OffsetRange> stretches(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> all, From from, int limit) {
        Map<TopicPartition, OffsetRange> stretches = new HashMap<>();
        if (from instanceof From.Time time) {
            Map<TopicPartition, Long> times = new HashMap<>();
            all.keySet().forEach(partition -> times.put(partition, time.at().toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, settings.patience());
            starts.forEach((partition, start) -> {
                if (start != null) {
                    stretches.put(
                            partition,
                            new OffsetRange(start.offset(), all.get(partition).end()));
                }
            });
        } else {
            all.forEach((partition, range) -> {
                long first = from instanceof From.Offset offset ? offset.offset() : range.end() - limit;
                stretches.put(partition, new OffsetRange(Math.max(first, range.first()), range.end()));
            });
        }
        return stretches;
    }

    /** The offsets that a topic holds now, in one partition or in all. */
    Map<TopicPartition, OffsetRange> ranges(Consumer<byte[], byte[]> consumer, String topic, Integer partition) {
        if (!mayRead(topic)) {
            // The broker may hold topics that do not belong to this index.
            throw ProblemException.notFound(("'%s' is no topic of this index; /api/v1/ops/topics lists them, and"
                            + " citestream.ops.other-topics names others that may be read")
                    .formatted(topic));
        }
        List<TopicPartition> partitions = consumer.partitionsFor(topic, settings.patience()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .filter(one -> partition == null || one.partition() == partition)
                .toList();
        if (partitions.isEmpty()) {
            throw ProblemException.notFound(
                    partition == null
                            ? "There is no topic '%s'; /api/v1/ops/topics lists them".formatted(topic)
                            : "Topic '%s' has no partition %d".formatted(topic, partition));
        }
        Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions, settings.patience());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, settings.patience());
        Map<TopicPartition, OffsetRange> ranges = new HashMap<>();
        partitions.forEach(one -> ranges.put(one, new OffsetRange(firsts.get(one), ends.get(one))));
        return ranges;
    }

    /** Whether its messages are of this index, or settings name it. */
    public boolean mayRead(String topic) {
        return TOPICS.knows(topic) || settings.otherTopics().stream().anyMatch(other -> isMeant(other, topic));
    }

    private static boolean isMeant(String written, String topic) {
        return written.endsWith("*")
                ? topic.startsWith(written.substring(0, written.length() - 1))
                : topic.equals(written);
    }

    /** A call that uses a client. */
    interface ConsumerCall<T> {
        T with(Consumer<byte[], byte[]> consumer);
    }

    <T> T answering(ConsumerCall<T> work) {
        try (Consumer<byte[], byte[]> consumer = clients.reader(NAME, POLL)) {
            return work.with(consumer);
        } catch (InvalidTopicException | UnknownTopicOrPartitionException unknown) {
            throw ProblemException.notFound("There is no such topic; /api/v1/ops/topics lists them");
        } catch (OffsetOutOfRangeException gone) {
            throw ProblemException.notFound("The log no longer has what was asked for: " + gone.getMessage());
        } catch (KafkaException away) {
            throw new ProblemException(
                    Problem.of(503, "Service unavailable", "The broker does not answer: " + away.getMessage()));
        }
    }

    Duration patience() {
        return settings.patience();
    }
}
