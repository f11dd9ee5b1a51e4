package org.citestream.query.project.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citestream.query.project.event.Origin;
import org.citestream.query.project.event.Place;
import org.citestream.query.project.event.StoredText;
import org.citestream.query.project.event.UnreadableException;

/** Parks records: the original key and bytes go to the dead-letter topic, the reason into headers. Thread-safe. */
public final class DeadLetters {

    private static final Set<String> REPLACED = Set.of(
            Origin.TOPIC,
            Origin.PARTITION,
            Origin.OFFSET,
            Origin.ATTEMPT,
            "dead-letter-group",
            "dead-letter-category",
            "dead-letter-reason",
            "dead-letter-exception-class-name",
            "dead-letter-at");

    private final Producer<byte[], byte[]> producer;
    private final String group;

    public DeadLetters(Producer<byte[], byte[]> producer, String group) {
        this.producer = producer;
        this.group = group;
    }

    /** One record with where it first stood and the reason why it cannot become rows. */
    public record Letter(ConsumerRecord<byte[], byte[]> record, Origin origin, UnreadableException reason) {

        /** Where it first stood. */
        public Place place() {
            return origin.place();
        }

        /** The article its header names, or null. */
        public String article() {
            Header header = record.headers().lastHeader("article");
            return header == null || header.value() == null
                    ? null
                    : StoredText.keepable(new String(header.value(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Returns once the broker has all of them.
     *
     * @throws KafkaException if it does not; worth a retry
     */
    public void park(List<Letter> letters) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Letter letter : letters) {
            sent.add(producer.send(whole(letter)));
        }
        producer.flush();
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof RecordTooLargeException)) {
                    throw kafka(failed);
                }
                sendAgain(pointer(letters.get(i)));
            }
        }
    }

    private void sendAgain(ProducerRecord<byte[], byte[]> letter) throws InterruptedException {
        try {
            producer.send(letter).get();
        } catch (ExecutionException failed) {
            throw kafka(failed);
        }
    }

    private static KafkaException kafka(ExecutionException failed) {
        return failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
    }

    private ProducerRecord<byte[], byte[]> whole(Letter letter) {
        Headers headers = new RecordHeaders();
        for (Header header : letter.record().headers()) {
            if (!REPLACED.contains(header.key())) {
                headers.add(header);
            }
        }
        return record(letter, letter.record().key(), letter.record().value(), headers);
    }

    /** For a record that filled a message to the brim, so that the reasons have no place: only where it stands. */
    private ProducerRecord<byte[], byte[]> pointer(Letter letter) {
        Headers headers = new RecordHeaders();
        if (letter.article() != null) {
            add(headers, "article", letter.article());
        }
        String words = "too large to be parked whole; it stands at " + letter.place();
        return record(letter, null, words.getBytes(StandardCharsets.UTF_8), headers);
    }

    private ProducerRecord<byte[], byte[]> record(Letter letter, byte[] key, byte[] value, Headers headers) {
        addReasons(letter, headers);
        Place place = letter.place();
        return new ProducerRecord<>(
                TopicCatalogue.deadLetters(group, place.topic()), place.partition(), key, value, headers);
    }

    private void addReasons(Letter letter, Headers headers) {
        Place place = letter.place();
        int attempt = letter.origin().attempt() + 1;
        add(headers, Origin.TOPIC, place.topic());
        add(headers, Origin.PARTITION, Integer.toString(place.partition()));
        add(headers, Origin.OFFSET, Long.toString(place.offset()));
        add(headers, Origin.ATTEMPT, Integer.toString(attempt));
        add(headers, "dead-letter-group", group);
        add(headers, "dead-letter-category", letter.reason().category().label());
        add(headers, "dead-letter-reason", letter.reason().getMessage());
        Throwable cause = letter.reason().getCause() == null
                ? letter.reason()
                : letter.reason().getCause();
        add(headers, "dead-letter-exception-class-name", cause.getClass().getName());
        add(headers, "dead-letter-at", Instant.now().toString());
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
