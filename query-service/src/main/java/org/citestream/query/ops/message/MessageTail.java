package org.citestream.query.ops.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.cluster.Cluster.Range;

/** Follows the end of a topic. A burst is told by its last messages and how many were left out. Thread-safe. */
@ApplicationScoped
public class MessageTail {

    private static final int OF_A_BURST = 50;

    private final MessageReader reader;
    private final OpsSettings settings;

    MessageTail(MessageReader reader, OpsSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * Follows until told to stop.
     *
     * @param started called once the ends are known: what is written from then on is told
     * @param skipped how many of a burst were left out
     */
    public void follow(
            String topic,
            Integer partition,
            Runnable started,
            java.util.function.Consumer<Message> each,
            LongConsumer skipped,
            BooleanSupplier stopped) {
        reader.answering(consumer -> {
            Map<TopicPartition, Range> ranges = reader.ranges(consumer, topic, partition);
            consumer.assign(ranges.keySet());
            ranges.forEach((its, range) -> consumer.seek(its, range.end()));
            started.run();
            while (!stopped.getAsBoolean()) {
                List<ConsumerRecord<byte[], byte[]>> burst = new ArrayList<>();
                consumer.poll(Duration.ofMillis(250)).forEach(burst::add);
                int from = Math.max(0, burst.size() - OF_A_BURST);
                if (from > 0) {
                    skipped.accept(from);
                }
                burst.subList(from, burst.size())
                        .forEach(record -> each.accept(Message.of(record, settings.messageCharacters())));
            }
            return null;
        });
    }
}
