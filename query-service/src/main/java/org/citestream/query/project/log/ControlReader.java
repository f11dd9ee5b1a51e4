package org.citestream.query.project.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** The switch on {@code citestream.control.v1} that lets people pause and resume a group's loop. Not thread-safe. */
public final class ControlReader implements AutoCloseable {

    public static final String TOPIC = "citestream.control.v1";

    private static final Logger LOG = Logger.getLogger(ControlReader.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<byte[], byte[]> consumer;
    private final String group;
    private boolean paused;

    public ControlReader(Consumer<byte[], byte[]> consumer, String group) {
        this.consumer = consumer;
        this.group = group;
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** Reads what is new within a moment; returns whether the group shall wait. */
    public boolean isPaused(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            apply(record);
        }
        return paused;
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || !group.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            return;
        }
        Header type = record.headers().lastHeader("type");
        String name = type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
        boolean before = paused;
        if (record.value() == null || name.equals("LoopResumed")) {
            paused = false;
        } else if (name.equals("LoopPaused")) {
            paused = true;
        }
        if (before != paused) {
            LOG.infof("%s is %s by %s", group, paused ? "paused" : "resumed", by(record.value()));
        }
    }

    private static String by(byte[] value) {
        try {
            return value == null ? "?" : JSON.readTree(value).path("by").asText("?");
        } catch (IOException unreadable) {
            return "?";
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
