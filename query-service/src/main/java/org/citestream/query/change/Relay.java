package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.tally.Tally;

/**
 * Gives the deltas in the outbox their public sequence numbers and computes the tally before and after. One relay works
 * at a time, on the leading instance; a crash leaves either the delta or its change, never both or neither.
 */
final class Relay {

    private final Supplier<Generation> generation;
    private final int batchSize;
    private final ChangeWriter writer = new ChangeWriter();

    Relay(Supplier<Generation> generation, int batchSize) {
        this.generation = generation;
        this.batchSize = batchSize;
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
    private static long takeNumbers(Connection connection, int count) throws SQLException {
        return Sql.of("UPDATE app.relay SET last_sequence = last_sequence + :count RETURNING old.last_sequence")
                .with("count", count)
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
