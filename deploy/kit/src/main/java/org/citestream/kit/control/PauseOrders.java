package org.citestream.kit.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.HeaderText;
import org.jboss.logging.Logger;

/**
 * Follows the control topic, whose keys name loops, from its beginning, and knows which loops are paused. Other records
 * are ignored. For one thread, except {@link #isPaused(String)}, which any thread may call.
 */
public final class PauseOrders implements AutoCloseable {

    /** The topic on which loops are paused and resumed. */
    public static final String TOPIC = "citestream.control.v1";

    private static final Logger LOG = Logger.getLogger(PauseOrders.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Map<String, Boolean> paused = new ConcurrentHashMap<>();

    /** @param consumer of no group; closed with this */
    public PauseOrders(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * Reads up to the end, so that what was ordered before this start holds from the first record on.
     *
     * @throws KafkaException if the broker does not answer; worth a retry
     */
    public void readAll() {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            follow(POLL);
        }
    }

    /** Reads new records, waiting for them at most this long. */
    public void follow(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            apply(record);
        }
    }

    /** Whether the loop of that name is paused, as far as read. */
    public boolean isPaused(String loop) {
        return paused.getOrDefault(loop, false);
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String loop = new String(record.key(), StandardCharsets.UTF_8);
        String order = HeaderText.of(record, "type").orElse("");
        // A tombstone forgets the order before it.
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

    @Override
    public void close() {
        consumer.close();
    }
}
