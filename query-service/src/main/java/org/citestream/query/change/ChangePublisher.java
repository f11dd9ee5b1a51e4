package org.citestream.query.change;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.database.Sql;
import org.citestream.kit.kafka.HeaderText;

/**
 * Publishes the changes on {@code citations.changes.v1}, in order and at least once: acknowledgements are recorded
 * afterwards, so that a crash repeats records with the same ids and loses none. Not thread-safe.
 *
 * @param source address of the stream of changes, which CloudEvents name beside the id
 */
record ChangePublisher(Producer<byte[], byte[]> producer, ChangeLog log, String source, int batchSize) {

    static final String TOPIC = "citations.changes.v1";

    /** Publishes one batch on behalf of the leader; returns how many there were. */
    int publish(Connection leader) throws SQLException, InterruptedException {
        leader.setAutoCommit(true);
        List<Change> changes = log.after(published(leader), batchSize);
        if (changes.isEmpty()) {
            return 0;
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Change change : changes) {
            sent.add(producer.send(record(change, source)));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledged : sent) {
            try {
                acknowledged.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
            }
        }
        note(leader, changes.get(changes.size() - 1).sequence());
        return changes.size();
    }

    static ProducerRecord<byte[], byte[]> record(Change change, String source) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC, bytes(change.cited()), bytes(change.payload()));
        HeaderText.describe(
                record.headers(),
                change.type().wireName(),
                change.citing() == null ? change.cited() : change.citing(),
                0);
        if (change.traceparent() != null) {
            record.headers().add("traceparent", bytes(change.traceparent()));
        }
        record.headers().add("content-type", bytes("application/json"));
        new CloudEvent(Long.toString(change.sequence()), source, change.type().wireName(), change.at())
                .headers(CloudEvent.KAFKA)
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static long published(Connection leader) throws SQLException {
        return Sql.of("SELECT published_sequence FROM app.relay").number(leader);
    }

    private static void note(Connection leader, long sequence) throws SQLException {
        Sql.of("UPDATE app.relay SET published_sequence = GREATEST(published_sequence, :sequence)")
                .with("sequence", sequence)
                .update(leader);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
