package org.citestream.ingest.publish;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * What {@code citestream.control.v1} orders this service's loops to do, followed on a thread of its own. What is no order
 * is left out; loops go on as they were. Thread-safe.
 */
@ApplicationScoped
public class LoopOrders {
    private static final Logger LOG = Logger.getLogger(LoopOrders.class);
    private static final String NAME = "citestream.ingest.control";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_READING_SECONDS = 5;
    private static final long STOP_MILLIS = 5_000;

    private final KafkaClients clients;
    private final TopicPlan plan;
    private final Map<String, Boolean> paused = new ConcurrentHashMap<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    LoopOrders(KafkaClients clients, TopicPlan plan) {
        this.clients = clients;
        this.plan = plan;
    }

    /**
     * Begins to follow, once the topic is there, and waits until all that was ordered before is known, so that a loop that
     * shall wait does not begin; but for a few seconds only, since a broker that is away stops no loop.
     */
    public void follow() throws InterruptedException {
        begin();
        if (!read.await(FIRST_READING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("what loops were ordered is not known yet; they run until it is");
        }
    }

    private synchronized void begin() {
        if (thread == null) {
            thread = new Thread(this::run, NAME);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether the loop of that name was told to wait. */
    public boolean isPaused(String loop) {
        return paused.getOrDefault(loop, false);
    }

    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(STOP_MILLIS);
        }
    }

    private void run() {
        try {
            do {
                try (Consumer<byte[], byte[]> consumer = clients.follower(NAME)) {
                    read(consumer);
                } catch (KafkaException away) {
                    LOG.warnf("orders are not followed just now, trying again: %s", away.getMessage());
                }
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        TopicPartition partition = new TopicPartition(plan.control().name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (stopped.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
            if (consumer.position(partition) >= end) {
                read.countDown();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String loop = new String(record.key(), StandardCharsets.UTF_8);
        Header type = record.headers().lastHeader("type");
        String order = type == null || type.value() == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
        if (record.value() == null || order.equals("LoopResumed")) {
            set(loop, false);
        } else if (order.equals("LoopPaused")) {
            set(loop, true);
        } else {
            LOG.warnf("'%s' at offset %d of the control topic is no order; left out", order, record.offset());
        }
    }

    private void set(String loop, boolean pause) {
        Boolean before = paused.put(loop, pause);
        if (pause != (before != null && before)) {
            LOG.infof("%s is told to %s", loop, pause ? "wait" : "go on");
        }
    }
}
