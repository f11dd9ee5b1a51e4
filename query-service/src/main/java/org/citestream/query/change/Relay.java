package org.citestream.query.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
            FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::timestamptz[])
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
        try (PreparedStatement taking = connection.prepareStatement(
                "UPDATE app.relay SET last_sequence = last_sequence + ? RETURNING old.last_sequence")) {
            taking.setInt(1, count);
            try (ResultSet row = taking.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, List<Delta> deltas, List<Change> changes) throws SQLException {
        try (PreparedStatement inserting = connection.prepareStatement(INSERT)) {
            column(connection, inserting, 1, "bigint", changes.stream().map(Change::sequence));
            column(connection, inserting, 2, "text", changes.stream().map(change -> change.type()
                    .wireName()));
            column(connection, inserting, 3, "text", changes.stream().map(Change::cited));
            column(connection, inserting, 4, "text", changes.stream().map(Change::citing));
            column(connection, inserting, 5, "uuid", deltas.stream().map(Delta::statement));
            column(connection, inserting, 6, "text", deltas.stream().map(delta -> delta.cause()
                    .wireName()));
            column(connection, inserting, 7, "text", changes.stream().map(Change::payload));
            column(
                    connection,
                    inserting,
                    8,
                    "text",
                    changes.stream().map(change -> ChangeWriter.json(change.facets())));
            column(connection, inserting, 9, "text", changes.stream().map(Change::traceparent));
            column(connection, inserting, 10, "text", changes.stream().map(change -> change.at()
                    .toString()));
            inserting.executeUpdate();
        }
    }

    private static void column(
            Connection connection,
            PreparedStatement statement,
            int parameter,
            String type,
            java.util.stream.Stream<?> values)
            throws SQLException {
        statement.setArray(parameter, connection.createArrayOf(type, values.toArray()));
    }

    /** Forgets changes older than they are kept; what was numbered stays numbered. */
    static void purge(Connection connection, java.time.Duration keep) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement purging = connection.createStatement()) {
            purging.executeUpdate("DELETE FROM app.change WHERE at < now() - interval '" + keep.toSeconds()
                    + " seconds' AND sequence <= (SELECT published_sequence FROM app.relay)");
        }
    }
}
