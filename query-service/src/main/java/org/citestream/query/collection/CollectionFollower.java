package org.citestream.query.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;
import org.citestream.kit.kafka.HeaderText;
import org.citestream.query.collection.CollectionFact.CollectionDescribed;
import org.citestream.query.collection.CollectionFact.WorkCollected;
import org.jboss.logging.Logger;

/**
 * Writes what the topic has into the tables, in the transaction that moves the position. The last record of a key holds,
 * unless the row has a change that is still to be published, or is already of a later revision. A topic that is shorter than
 * what was read is another one: it is given everything again. For the leader's thread.
 */
record CollectionFollower(Consumer<byte[], byte[]> consumer) {

    private static final Logger LOG = Logger.getLogger(CollectionFollower.class);
    private static final TopicPartition PARTITION = new TopicPartition(CollectionPublisher.TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final String COLLECTION = """
            INSERT INTO app.collection AS known (id, name, description, owner, open, read_link, edit_link, created_at, changed_at,
                revision, published)
            VALUES (:id, :name, :description, :owner, :open, :readLink, :editLink, :createdAt, :changedAt, :revision, true)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description, owner = excluded.owner,
                open = excluded.open, read_link = excluded.read_link, edit_link = excluded.edit_link,
                changed_at = excluded.changed_at, revision = excluded.revision
            WHERE known.published AND known.revision <= excluded.revision""";

    private static final String WORK = """
            INSERT INTO app.collection_work AS known (id, collection, work, title, note, tags, added_at, revision, published)
            VALUES (:id, :collection, :work, :title, :note, :tags::text[], :addedAt, :revision, true)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, note = excluded.note, tags = excluded.tags,
                added_at = excluded.added_at, revision = excluded.revision
            WHERE known.published AND known.revision <= excluded.revision""";

    /**
     * Reads what there is at once; returns whether there was anything. No transaction is open while the broker is asked: the
     * relay of changes waits for whoever holds one.
     */
    boolean follow(Connection leader) throws SQLException {
        leader.setAutoCommit(true);
        long stored = seek(leader);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
        long next = consumer.position(PARTITION);
        if (next == stored) {
            return false;
        }
        leader.setAutoCommit(false);
        try {
            // Whoever leads meanwhile has gone on from here.
            if (move(leader, stored, next)) {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    apply(leader, record);
                }
            }
            leader.commit();
            return true;
        } catch (SQLException | RuntimeException failure) {
            leader.rollback();
            throw failure;
        } finally {
            leader.setAutoCommit(true);
        }
    }

    /** Goes to where reading stands; returns what is stored of that. */
    private long seek(Connection leader) throws SQLException {
        consumer.assign(List.of(PARTITION));
        long stored = Sql.of("SELECT next_offset FROM app.collection_position").number(leader);
        long first = consumer.beginningOffsets(List.of(PARTITION)).get(PARTITION);
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        if (stored > end) {
            LOG.warnf("%s ends at %d, %d were read: all collections are published again", PARTITION, end, stored);
            // In this order: whoever is cut off between them does all of it again.
            Sql.of("UPDATE app.collection SET published = false").update(leader);
            Sql.of("UPDATE app.collection_work SET published = false").update(leader);
            move(leader, stored, first);
            stored = first;
        }
        consumer.seek(PARTITION, Math.max(stored, first));
        return stored;
    }

    private static boolean move(Connection leader, long from, long to) throws SQLException {
        return Sql.of("UPDATE app.collection_position SET next_offset = :to WHERE next_offset = :from")
                        .with("to", to)
                        .with("from", from)
                        .update(leader)
                > 0;
    }

    private static void apply(Connection leader, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        try {
            if (record.key() == null) {
                throw new IOException("it has no key");
            }
            if (record.value() == null) {
                forget(leader, record);
                return;
            }
            CollectionFact fact =
                    CollectionFact.read(HeaderText.of(record, "type").orElse(""), record.value());
            if (fact instanceof CollectionDescribed collection) {
                describe(leader, collection);
            } else if (fact instanceof WorkCollected work) {
                collect(leader, work);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warnf("The record at %s@%d is left out: %s", PARTITION, record.offset(), unreadable.getMessage());
        }
    }

    private static void describe(Connection leader, CollectionDescribed fact) throws SQLException {
        Sql.of(COLLECTION)
                .with("id", fact.collection())
                .with("name", fact.name())
                .with("description", fact.description())
                .with("owner", fact.owner())
                .with("open", fact.open())
                .with("readLink", fact.readLink())
                .with("editLink", fact.editLink())
                .with("createdAt", fact.createdAt())
                .with("changedAt", fact.changedAt())
                .with("revision", fact.revision())
                .update(leader);
    }

    private static void collect(Connection leader, WorkCollected fact) throws SQLException {
        Sql.of(WORK)
                .with("id", CollectedWork.idOf(fact.collection(), fact.work()))
                .with("collection", fact.collection())
                .with("work", fact.work())
                .with("title", fact.title())
                .with("note", fact.note())
                .with("tags", fact.tags())
                .with("addedAt", fact.addedAt())
                .with("revision", fact.revision())
                .update(leader);
    }

    private static void forget(Connection leader, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        int space = key.indexOf(' ');
        UUID collection = UUID.fromString(space < 0 ? key : key.substring(0, space));
        long revision = Long.parseLong(HeaderText.of(record, "revision").orElse("0"));
        Sql.of("DELETE FROM " + (space < 0 ? "app.collection" : "app.collection_work")
                        + " WHERE id = :id AND published AND revision <= :revision")
                .with("id", space < 0 ? collection : CollectedWork.idOf(collection, key.substring(space + 1)))
                .with("revision", revision)
                .update(leader);
    }
}
