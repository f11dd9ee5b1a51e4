package org.citestream.kit.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Sets records aside for a group. Thread-safe. */
public final class DeadLetters {

    private final Producer<byte[], byte[]> producer;
    private final String group;
    private final UnaryOperator<String> topicOf;

    /** @param topicOf the topic of the dead letters by the topic where they first stood */
    public DeadLetters(Producer<byte[], byte[]> producer, String group, UnaryOperator<String> topicOf) {
        this.producer = producer;
        this.group = group;
        this.topicOf = topicOf;
    }

    /**
     * Returns once the broker has all of them.
     *
     * @throws KafkaException if it does not; worth a retry
     */
    public void park(List<DeadLetter> letters) throws InterruptedException {
        Instant now = Instant.now();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (DeadLetter letter : letters) {
            sent.add(producer.send(letter.toRecord(group, topic(letter), now)));
        }
        producer.flush();
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof RecordTooLargeException)) {
                    throw kafka(failed);
                }
                DeadLetter letter = letters.get(i);
                sendAgain(letter.toPointer(group, topic(letter), now));
            }
        }
    }

    private String topic(DeadLetter letter) {
        return topicOf.apply(letter.place().topic());
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
}
