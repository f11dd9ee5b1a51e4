package org.citestream.classify.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.citestream.kit.topic.TopicList;

/** What a candidate leaves on the broker: its topics and groups. */
public final class CandidateTopics {

    /** The candidate's consumer group. */
    public static final String GROUP = "citestream.classify.candidate";

    /** Where its labels go. */
    public static final String OUTPUT = "citations.candidate.v1";

    /** Remembers how far a promotion has come. */
    static final String PROMOTION_GROUP = GROUP + ".promotion";

    private final Admin admin;
    private final String input;

    public CandidateTopics(Admin admin, String input) {
        this.admin = admin;
        this.input = input;
    }

    /** How many records the replay has read, and how many there are. */
    public record Progress(long read, long of) {}

    public Progress progress() {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        await(admin.describeTopics(List.of(input)).allTopicNames())
                .get(input)
                .partitions()
                .forEach(partition -> {
                    first.put(new TopicPartition(input, partition.partition()), OffsetSpec.earliest());
                    last.put(new TopicPartition(input, partition.partition()), OffsetSpec.latest());
                });
        var begins = await(admin.listOffsets(first).all());
        var ends = await(admin.listOffsets(last).all());
        var reached = await(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        long read = 0;
        long of = 0;
        for (TopicPartition partition : ends.keySet()) {
            long begin = begins.get(partition).offset();
            of += ends.get(partition).offset() - begin;
            var at = reached.get(partition);
            read += at == null ? 0 : at.offset() - begin;
        }
        return new Progress(read, of);
    }

    /**
     * Deletes topics and groups; what is gone already is no error.
     *
     * @throws GroupNotEmptyException if a replay is running
     */
    public void delete() {
        // Groups first: they refuse while somebody reads for them.
        List.of(GROUP, PROMOTION_GROUP).forEach(this::deleteGroup);
        List.of(OUTPUT, TopicList.deadLetters(GROUP, input), TopicList.redrive(GROUP))
                .forEach(this::deleteTopic);
    }

    private void deleteGroup(String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (GroupIdNotFoundException gone) {
            // Already deleted by a discard that was killed.
        }
    }

    private void deleteTopic(String topic) {
        try {
            await(admin.deleteTopics(List.of(topic)).all());
        } catch (UnknownTopicOrPartitionException gone) {
            // As above.
        }
    }

    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
