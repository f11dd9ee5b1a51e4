package org.citestream.query.ops.deadletter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.query.ops.OpsSettings;

/**
 * Follows every dead-letter topic, and unreadable records of the control topic, into {@link LetterStore}, on its own
 * thread.
 */
@ApplicationScoped
class LetterFollower {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TOPICS_EVERY = Duration.ofSeconds(3);
    private static final int RECORDS = 500;

    private final OpsSettings settings;
    private final KafkaClients clients;
    private final LetterStore store;
    private final Loop loop = Loop.named("citestream-dead-letters").daemon().of(new LetterTurn());

    LetterFollower(OpsSettings settings, KafkaClients clients, LetterStore store) {
        this.settings = settings;
        this.clients = clients;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private final class LetterTurn implements Turn {

        private Consumer<byte[], byte[]> consumer;
        private long topicsAt;

        @Override
        public Duration run() throws SQLException {
            if (consumer == null) {
                consumer = clients.reader("citestream.ops.dead-letters", RECORDS);
                topicsAt = 0;
            }
            if (topicsAt == 0 || System.nanoTime() - topicsAt > TOPICS_EVERY.toNanos()) {
                topicsAt = System.nanoTime();
                assign(consumer);
            }
            if (consumer.assignment().isEmpty()) {
                return POLL;
            }
            try {
                take(consumer);
            } catch (OffsetOutOfRangeException older) {
                // Dead letters are kept for a while only: expired ones can no longer be decided about.
                consumer.seekToBeginning(older.partitions());
            }
            return AT_ONCE;
        }

        @Override
        public void release() {
            if (consumer != null) {
                consumer.close();
                consumer = null;
            }
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer) throws SQLException {
        Set<TopicPartition> wanted = new HashSet<>();
        consumer.listTopics(settings.patience()).forEach((topic, partitions) -> {
            if (topic.startsWith(LetterRow.PREFIX) || topic.equals(PauseOrders.TOPIC)) {
                partitions.forEach(partition -> wanted.add(new TopicPartition(topic, partition.partition())));
            }
        });
        if (wanted.equals(consumer.assignment())) {
            return;
        }
        Set<TopicPartition> fresh = new HashSet<>(wanted);
        fresh.removeAll(consumer.assignment());
        consumer.assign(wanted);
        Map<TopicPartition, Long> known = store.positions();
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        List<TopicPartition> fromStart = new ArrayList<>();
        for (TopicPartition partition : fresh) {
            Long position = known.get(partition);
            // Beyond the end: the topic was recreated.
            if (position == null || position > ends.get(partition)) {
                fromStart.add(partition);
            } else {
                consumer.seek(partition, position);
            }
        }
        if (!fromStart.isEmpty()) {
            consumer.seekToBeginning(fromStart);
        }
    }

    private void take(Consumer<byte[], byte[]> consumer) throws SQLException {
        List<ShownDeadLetter> letters = new ArrayList<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            LetterRow.of(record).ifPresent(letters::add);
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        if (!next.isEmpty()) {
            store.add(letters, next);
        }
    }
}
