package org.citestream.query.collection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.citestream.kit.database.Sql;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.query.collection.CollectionFact.CollectionDescribed;
import org.citestream.query.collection.CollectionFact.WorkCollected;

/**
 * Publishes what has changed in the tables, at least once: a row is marked after the broker has acknowledged it, and only if it
 * is still the same revision. For the leader's thread.
 */
record CollectionPublisher(Producer<byte[], byte[]> producer) {

    static final String TOPIC = "citations.collections.v1";

    private static final int BATCH = 1000;

    /** A row as the topic is to have it; a null value forgets the key. */
    @SuppressWarnings("ArrayRecordComponent") // Kafka's values are, and these are compared with nothing
    private record Unpublished(UUID id, long revision, String type, String key, byte[] value) {}

    /** Publishes one batch of each table; returns whether there was any. */
    boolean publish(Connection leader) throws SQLException, InterruptedException {
        leader.setAutoCommit(true);
        List<Unpublished> collections = Sql.of(
                        "SELECT * FROM app.collection WHERE NOT published ORDER BY id LIMIT :most")
                .with("most", BATCH)
                .list(leader, row -> {
                    UUID id = row.getObject("id", UUID.class);
                    long revision = row.getLong("revision");
                    CollectionFact fact = new CollectionDescribed(
                            id,
                            row.getString("name"),
                            row.getString("description"),
                            row.getString("owner"),
                            row.getBoolean("open"),
                            row.getObject("read_link", UUID.class),
                            row.getObject("edit_link", UUID.class),
                            Sql.instant(row, "created_at"),
                            Sql.instant(row, "changed_at"),
                            revision);
                    return unpublished(id, fact, row.getBoolean("removed"));
                });
        send(collections);
        note(leader, "app.collection", collections);
        List<Unpublished> works = Sql.of(
                        "SELECT * FROM app.collection_work WHERE NOT published ORDER BY id LIMIT :most")
                .with("most", BATCH)
                .list(leader, row -> {
                    CollectionFact fact = new WorkCollected(
                            row.getObject("collection", UUID.class),
                            row.getString("work"),
                            row.getString("title"),
                            row.getString("note"),
                            Sql.texts(row, "tags"),
                            Sql.instant(row, "added_at"),
                            row.getLong("revision"));
                    return unpublished(row.getObject("id", UUID.class), fact, row.getBoolean("removed"));
                });
        send(works);
        note(leader, "app.collection_work", works);
        return !collections.isEmpty() || !works.isEmpty();
    }

    private static Unpublished unpublished(UUID id, CollectionFact fact, boolean removed) {
        return new Unpublished(
                id, fact.revision(), fact.getClass().getSimpleName(), fact.key(), removed ? null : fact.value());
    }

    private void send(List<Unpublished> rows) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Unpublished row : rows) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, 0, bytes(row.key), row.value);
            HeaderText.describe(record.headers(), row.type, "", row.revision);
            sent.add(producer.send(record));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledged : sent) {
            try {
                acknowledged.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
            }
        }
    }

    private static void note(Connection leader, String table, List<Unpublished> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Sql.of("UPDATE " + table + " SET published = true WHERE id = :id AND revision = :revision")
                .updateAll(leader, rows, row -> Map.of("id", row.id, "revision", row.revision));
        Sql.of("DELETE FROM " + table + " WHERE removed AND published").update(leader);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
