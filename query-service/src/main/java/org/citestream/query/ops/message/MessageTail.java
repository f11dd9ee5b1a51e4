package org.citestream.query.ops.message;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.cluster.Cluster.OffsetRange;

/** Follows the end of a topic. Of a burst, the last messages are reported, and how many were left out. Thread-safe. */
@Singleton
public record MessageTail(MessageReader reader, OpsSettings settings) {

    private static final int OF_A_BURST = 50;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Receives the messages. */
    public interface TailListener {

        /** The ends are known: everything written from now on is reported. */
        void started();

        void message(Message message);

        /** This many messages of a burst were left out. */
        void skipped(long messages);

        /** Nothing was written for a while. */
        void silence();
    }

    /** Follows one partition, or all if it is null, until stopped. */
    public void follow(String topic, Integer partition, TailListener listener, BooleanSupplier stopped) {
        reader.answering(consumer -> {
            Map<TopicPartition, OffsetRange> ranges = reader.ranges(consumer, topic, partition);
            consumer.assign(ranges.keySet());
            ranges.forEach((its, range) -> consumer.seek(its, range.end()));
            listener.started();
            long toldAt = System.nanoTime();
            while (!stopped.getAsBoolean()) {
                List<ConsumerRecord<byte[], byte[]>> burst = new ArrayList<>();
                consumer.poll(Duration.ofMillis(250)).forEach(burst::add);
                if (!burst.isEmpty()) {
                    tell(burst, listener);
                    toldAt = System.nanoTime();
                } else if (System.nanoTime() - toldAt > SILENCE.toNanos()) {
                    listener.silence();
                    toldAt = System.nanoTime();
                }
            }
            return null;
        });
    }

    private void tell(List<ConsumerRecord<byte[], byte[]>> burst, TailListener listener) {
        int from = Math.max(0, burst.size() - OF_A_BURST);
        if (from > 0) {
            listener.skipped(from);
        }
        burst.subList(from, burst.size())
                .forEach(record -> listener.message(Message.of(record, settings.messageCharacters())));
    }
}
