package org.citestream.kit.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.kafka.HeaderText;
import org.jboss.logging.Logger;

/**
 * Follows the control topic, whose keys name loops, from its beginning, and knows which loops are paused and which are told
 * to go back in their topic. Going back is for loops that run when it is ordered: what was ordered before this began is left
 * out. Other records are ignored. For one thread, except {@link #isPaused(String)}, which any thread may call.
 */
public final class PauseOrders implements AutoCloseable {

    /** The topic on which loops are paused and resumed. */
    public static final String TOPIC = "citestream.control.v1";

    /** Behind the loop's name in the key of an order to go back, so that compaction does not forget a pause for it. */
    private static final String REWIND_KEY = " rewind";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = Logger.getLogger(PauseOrders.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Map<String, Boolean> paused = new ConcurrentHashMap<>();
    private final Map<String, Instant> rewinds = new HashMap<>();
    /** Where the topic ended when this began; -1 while it is not known. */
    private long began = -1;

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
        long end = end();
        while (consumer.position(partition) < end) {
            follow(POLL);
        }
    }

    private long end() {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    /** Reads new records, waiting for them at most this long. */
    public void follow(Duration atMost) {
        if (began < 0) {
            began = end();
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            apply(record);
        }
    }

    /** Whether the loop of that name is paused, as far as read. */
    public boolean isPaused(String loop) {
        return paused.getOrDefault(loop, false);
    }

    /** The key of an order for the loop of that name. */
    public static String rewindKey(String loop) {
        return loop + REWIND_KEY;
    }

    /** The time from which on the loop of that name is to read again; empty unless it was told so and has not done it yet. */
    public Optional<Instant> rewind(String loop) {
        return Optional.ofNullable(rewinds.get(loop));
    }

    /** The loop has gone back. */
    public void rewound(String loop) {
        rewinds.remove(loop);
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String loop = new String(record.key(), StandardCharsets.UTF_8);
        String type = HeaderText.of(record, "type").orElse("");
        // A tombstone forgets the order before it.
        LoopOrder order =
                record.value() == null ? LoopOrder.RESUMED : LoopOrder.of(type).orElse(null);
        if (order == LoopOrder.RESUMED) {
            set(loop, false);
        } else if (order == LoopOrder.PAUSED) {
            set(loop, true);
        } else if (order == LoopOrder.REWOUND && loop.endsWith(REWIND_KEY)) {
            goBack(loop.substring(0, loop.length() - REWIND_KEY.length()), record);
        } else {
            LOG.warnf("'%s' at offset %d of the control topic is no order; left out", type, record.offset());
        }
    }

    private void goBack(String loop, ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < began) {
            return;
        }
        try {
            Instant since =
                    Instant.parse(JSON.readTree(record.value()).path("since").asText());
            rewinds.put(loop, since);
            LOG.infof("%s is told to read again what was written since %s", loop, since);
        } catch (IOException | DateTimeParseException unreadable) {
            LOG.warnf("'since' at offset %d of the control topic is no time; left out", record.offset());
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
