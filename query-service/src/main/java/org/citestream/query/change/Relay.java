package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseLife;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.tally.Tally;
import org.jboss.logging.Logger;

/**
 * Gives the deltas in the outbox their public sequence numbers and computes the tally before and after. One relay works
 * at a time, on the leading instance; a crash leaves either the delta or its change, never both or neither.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /**
     * Numbers left out where the database may have gone back: more than can have been given without being on the topic,
     * which {@link #takeNumbers} sees to.
     */
    static final long SKIPPED = 1_000_000;

    private final Supplier<Generation> generation;
    private final int batchSize;
    private final LongSupplier published;
    private final ChangeWriter writer = new ChangeWriter();

    /** @param published the greatest number on the topic; asked where the database begins another life */
    Relay(Supplier<Generation> generation, int batchSize, LongSupplier published) {
        this.generation = generation;
        this.batchSize = batchSize;
        this.published = published;
    }

    /**
     * The result of a batch.
     *
     * @param changes changes that now have a number, in order
     * @param heldBack whether the outbox holds rows that a running transaction may still precede
     */
    record RelayedBatch(List<Change> changes, boolean heldBack) {}

    /** Relays one batch in one transaction on a connection that holds the leadership. */
    RelayedBatch relay(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Outbox outbox = new Outbox(generation.get());
            List<Delta> deltas = outbox.next(connection, batchSize);
            List<Change> changes = deltas.isEmpty() ? List.of() : number(connection, deltas);
            outbox.delete(connection, deltas);
            boolean heldBack = deltas.size() < batchSize && !outbox.isEmpty(connection);
            connection.commit();
            return new RelayedBatch(changes, heldBack);
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
    }

    private List<Change> number(Connection connection, List<Delta> deltas) throws SQLException {
        long sequence = takeNumbers(connection, deltas.size());
        Set<String> cited = deltas.stream().map(Delta::cited).collect(Collectors.toSet());
        Map<String, Tally> tallies = FoldedTallies.load(connection, cited);
        Map<String, Tally> folded = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        for (Delta delta : deltas) {
            Tally before = tallies.getOrDefault(delta.cited(), Tally.NONE);
            Tally after = delta.after(before);
            changes.add(writer.write(delta, ++sequence, before, after));
            tallies.put(delta.cited(), after);
            folded.put(delta.cited(), after);
        }
        ChangeLog.append(connection, changes);
        FoldedTallies.save(connection, folded);
        return changes;
    }

    /** Reserves numbers within the transaction, so that none is lost; returns the one before the first. */
    private long takeNumbers(Connection connection, int count) throws SQLException {
        NumberState given = Sql.of("SELECT last_sequence, published_sequence, life, " + DatabaseLife.SQL
                        + " FROM app.relay FOR UPDATE")
                .first(
                        connection,
                        row -> new NumberState(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .orElseThrow();
        long before = given.last();
        if (!given.now().equals(given.life())) {
            before = begin(connection, given);
        } else if (given.last() - given.published() > SKIPPED && unpublished(connection, given) + count > SKIPPED) {
            throw new IllegalStateException(SKIPPED
                    + " changes have a number and are not yet on the topic; more get theirs when the broker is back");
        }
        Sql.of("UPDATE app.relay SET last_sequence = :last, life = " + DatabaseLife.SQL)
                .with("last", before + count)
                .update(connection);
        return before;
    }

    /** What stands of numbers; {@code life} in which the last one was given, {@code now} that of the database. */
    private record NumberState(long last, long published, String life, String now) {}

    /** In another life of the database numbers may have been given that it has forgotten: none of them is given again. */
    private long begin(Connection connection, NumberState given) throws SQLException {
        long onTopic = published.getAsLong();
        if (given.life() == null && onTopic <= given.last()) {
            return given.last();
        }
        long before = Math.max(given.last(), onTopic) + SKIPPED;
        LOG.warnf(
                "The database was started again, restored or copied: changes go on at number %d, behind %d; the topic ends at %d",
                before + 1, given.last(), onTopic);
        Sql.of("INSERT INTO app.number_skip (after, resumes) VALUES (:after, :resumes)")
                .with("after", given.last())
                .with("resumes", before + 1)
                .update(connection);
        return before;
    }

    private static long unpublished(Connection connection, NumberState given) throws SQLException {
        return Sql.of("SELECT coalesce(sum(last - GREATEST(first, :published + 1) + 1), 0) FROM app.change_batch"
                        + " WHERE last > :published")
                .with("published", given.published())
                .number(connection);
    }

    /** Deletes changes past their retention; their numbers are never given again. */
    static void purge(Connection connection, Duration keep) throws SQLException {
        connection.setAutoCommit(true);
        Sql.of("DELETE FROM app.change_batch WHERE at < now() - :keep * interval '1 second'"
                        + " AND last <= (SELECT published_sequence FROM app.relay)")
                .with("keep", keep.toSeconds())
                .update(connection);
    }
}
