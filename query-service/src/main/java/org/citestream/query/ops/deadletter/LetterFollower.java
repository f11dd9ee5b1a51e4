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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.control.PauseOrders;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.query.ops.OpsSettings;
import org.jboss.logging.Logger;

/** The thread that follows every dead-letter topic, and the control topic for what is no order, into the account. */
@ApplicationScoped
class LetterFollower {

    private static final Logger LOG = Logger.getLogger(LetterFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TOPICS_EVERY = Duration.ofSeconds(3);
    private static final int RECORDS = 500;

    private final OpsSettings settings;
    private final KafkaClients clients;
    private final LetterStore store;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    LetterFollower(OpsSettings settings, KafkaClients clients, LetterStore store) {
        this.settings = settings;
        this.clients = clients;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            thread = new Thread(this::run, "citestream-dead-letters");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        try {
            do {
                try (Consumer<byte[], byte[]> consumer = clients.reader("citestream.ops.dead-letters", RECORDS)) {
                    follow(consumer);
                } catch (SQLException | KafkaException away) {
                    LOG.debugf("dead letters are not followed just now: %s", away.getMessage());
                }
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws SQLException {
        long topicsAt = 0;
        while (stopped.getCount() > 0) {
            if (topicsAt == 0 || System.nanoTime() - topicsAt > TOPICS_EVERY.toNanos()) {
                topicsAt = System.nanoTime();
                assign(consumer);
            }
            if (consumer.assignment().isEmpty()) {
                pause();
                continue;
            }
            try {
                take(consumer);
            } catch (OffsetOutOfRangeException older) {
                // Dead letters are kept for a while only: those that have gone can be decided about no more.
                consumer.seekToBeginning(older.partitions());
            }
        }
    }

    private void pause() {
        try {
            stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            stopped.countDown();
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
            // Beyond the end: the topic was made anew.
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
        List<DeadLetter> letters = new ArrayList<>();
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
