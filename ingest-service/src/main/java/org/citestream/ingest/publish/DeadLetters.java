package org.citestream.ingest.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Sets aside what a loop cannot read: the original bytes, the reason in headers. Thread-safe. */
@ApplicationScoped
public class DeadLetters {
    private static final String PREFIX = "dead-letter-";

    private final Producer<byte[], byte[]> producer;
    private final TopicPlan topics;

    public DeadLetters(Producer<byte[], byte[]> producer, TopicPlan topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /**
     * Returns once the broker has it.
     *
     * @param category a word that metrics can count
     */
    public void park(ConsumerRecord<byte[], byte[]> record, String category, Exception why) {
        var letter = new ProducerRecord<>(
                topics.deadLetters().name(), record.partition(), record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        replace(headers, "exception-class-name", why.getClass().getName());
        replace(headers, "reason", String.valueOf(why.getMessage()));
        if (why.getCause() != null) {
            replace(headers, "cause-class-name", why.getCause().getClass().getName());
            replace(headers, "cause", String.valueOf(why.getCause().getMessage()));
        }
        // Of a record that was set aside before, the first place counts.
        keep(headers, "topic", record.topic());
        keep(headers, "partition", Integer.toString(record.partition()));
        keep(headers, "offset", Long.toString(record.offset()));
        replace(headers, "group", TopicPlan.CATALOGUE_GROUP);
        replace(headers, "category", category);
        replace(headers, "at", Instant.now().toString());
        replace(headers, "attempt", Integer.toString(attempts(headers) + 1));
        try {
            producer.send(letter).get();
        } catch (ExecutionException refused) {
            throw new PublishException("A dead letter was not acknowledged: " + refused.getCause(), refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishException("A dead letter was not acknowledged: interrupted", stopped);
        }
    }

    private static int attempts(Headers headers) {
        Header attempts = headers.lastHeader(PREFIX + "attempt");
        String number = attempts == null ? "0" : new String(attempts.value(), StandardCharsets.UTF_8);
        return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
    }

    private static void keep(Headers headers, String name, String value) {
        if (headers.lastHeader(PREFIX + name) == null) {
            replace(headers, name, value);
        }
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(PREFIX + name).add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
