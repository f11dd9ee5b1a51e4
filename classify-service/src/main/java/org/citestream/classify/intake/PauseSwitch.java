package org.citestream.classify.intake;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the control topic from its beginning and knows whether this group shall wait. The loop's thread only. */
public final class PauseSwitch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PauseSwitch.class);
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final String group;
    private boolean paused;

    public PauseSwitch(Map<String, Object> base, String topic, String group) {
        var config = new HashMap<>(base);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group + ".control");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partition = new TopicPartition(topic, 0);
        this.group = group;
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** Reads up to the end, so that a pause ordered before this start holds from the first record on. */
    public void readAll() {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            follow(Duration.ofMillis(200));
        }
    }

    /** Whether the loop shall wait, by all that is known now. */
    public boolean isPaused() {
        follow(Duration.ZERO);
        return paused;
    }

    private void follow(Duration wait) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            apply(record);
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() == null
                    || !group.equals(JSON.readTree(record.value()).path("group").asText())) {
                return;
            }
        } catch (IOException e) {
            LOG.warn("control record at offset {} is not JSON; left out", record.offset());
            return;
        }
        switch (RecordReader.header(record, "type").orElse("")) {
            case "LoopPaused" -> paused = true;
            case "LoopResumed" -> paused = false;
            default -> LOG.warn("control record at offset {} has an unknown type; left out", record.offset());
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
