package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.tally.Tally;

/**
 * Gives the deltas of the outbox their public sequence number and folds the tally before and after. One relay works at
 * a time, whoever holds the leadership; a crash leaves either the delta or its change, never both and never neither.
 */
final class Relay {

    private static final String INSERT = """
            INSERT INTO app.change (sequence, record, cited, citing, statement, cause, payload, facets, traceparent, at)
            SELECT sequence, record, cited, citing, statement, cause, payload::json, facets::jsonb, traceparent, at
            FROM unnest(:sequence::bigint[], :record::text[], :cited::text[], :citing::text[], :statement::uuid[],
                        :cause::text[], :payload::text[], :facets::text[], :traceparent::text[], :at::timestamptz[])
                AS c (sequence, record, cited, citing, statement, cause, payload, facets, traceparent, at)""";

    private final Supplier<Generation> generation;
    private final int batchSize;
    private final ChangeWriter writer = new ChangeWriter();

    Relay(Supplier<Generation> generation, int batchSize) {
        this.generation = generation;
        this.batchSize = batchSize;
    }

    /**
     * What a batch came to.
     *
     * @param deltas how many were relayed
     * @param heldBack whether the outbox holds some that a running transaction may still precede
     */
    record Relayed(int deltas, boolean heldBack) {}

    /** Relays one batch in one transaction on a connection that holds the leadership. */
    Relayed relay(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Outbox outbox = new Outbox(generation.get());
            List<Delta> deltas = outbox.next(connection, batchSize);
            if (!deltas.isEmpty()) {
                number(connection, deltas);
                outbox.delete(connection, deltas);
            }
            boolean heldBack = deltas.size() < batchSize && !outbox.isEmpty(connection);
            connection.commit();
            return new Relayed(deltas.size(), heldBack);
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
    }

    private void number(Connection connection, List<Delta> deltas) throws SQLException {
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
        insert(connection, deltas, changes);
        FoldedTallies.save(connection, folded);
    }

    /** Reserves numbers within the transaction, so that none is lost; returns the one before the first. */
    private static long takeNumbers(Connection connection, int count) throws SQLException {
        return Sql.of("UPDATE app.relay SET last_sequence = last_sequence + :count RETURNING old.last_sequence")
                .with("count", count)
                .number(connection);
    }

    private static void insert(Connection connection, List<Delta> deltas, List<Change> changes) throws SQLException {
        Sql.of(INSERT)
                .with("sequence", column(changes, Change::sequence))
                .with("record", column(changes, change -> change.type().wireName()))
                .with("cited", column(changes, Change::cited))
                .with("citing", column(changes, Change::citing))
                .with("statement", column(deltas, Delta::statement))
                .with("cause", column(deltas, delta -> delta.cause().wireName()))
                .with("payload", column(changes, Change::payload))
                .with("facets", column(changes, change -> ChangeWriter.json(change.facets())))
                .with("traceparent", column(changes, Change::traceparent))
                .with("at", column(changes, change -> change.at().toString()))
                .update(connection);
    }

    /** The values of a column, of which some may be null. */
    private static <T> List<Object> column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Forgets changes older than they are kept; what was numbered stays numbered. */
    static void purge(Connection connection, java.time.Duration keep) throws SQLException {
        connection.setAutoCommit(true);
        Sql.of("DELETE FROM app.change WHERE at < now() - :keep * interval '1 second'"
                        + " AND sequence <= (SELECT published_sequence FROM app.relay)")
                .with("keep", keep.toSeconds())
                .update(connection);
    }
}
