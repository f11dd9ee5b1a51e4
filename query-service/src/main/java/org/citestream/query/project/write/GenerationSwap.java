package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;

/**
 * Switches readers to a rebuilt generation: stops writers of the active one, waits until the relay has taken all of its
 * changes and the rebuilt one is at the same offsets, publishes their differences with the cause {@code rebuild}, and
 * swaps, in one transaction. Readers are not interrupted. Not thread-safe.
 */
public final class GenerationSwap {

    /** How long the swap itself may wait for readers that hold the views; new readers would queue up behind it. */
    private static final String READERS_PATIENCE = "SET LOCAL lock_timeout = '5s'";

    private final DataSource dataSource;
    private final Generation active;
    private final Generation rebuilt;

    public GenerationSwap(DataSource dataSource, Generation active, Generation rebuilt) {
        this.dataSource = dataSource;
        this.active = active;
        this.rebuilt = rebuilt;
    }

    /** Advances the rebuilt generation; returns true once it has reached the active one. */
    @FunctionalInterface
    public interface CatchUp {

        boolean step() throws SQLException, FencedException, InterruptedException;
    }

    /**
     * Swaps unless it takes too long.
     *
     * @param patience how long writers may be blocked before they continue and nothing is swapped
     * @param poll how long to wait between two checks of whether all changes have a number
     * @return number of changes published because the two differed; -1 if nothing was swapped; 0 if an earlier attempt had
     *     swapped
     */
    public int attempt(CatchUp catchUp, Duration patience, Duration poll)
            throws SQLException, FencedException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // Nothing is written before the relay is done, because a running transaction that has written holds it
                // back.
                lock(connection);
                if (isDone(connection)) {
                    connection.rollback();
                    return 0;
                }
                if (!await(connection, catchUp, System.nanoTime() + patience.toNanos(), poll)) {
                    connection.rollback();
                    return -1;
                }
                int changes = publishDifferences(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(READERS_PATIENCE);
                }
                new Generations(dataSource).swap(connection, active, rebuilt);
                connection.commit();
                return changes;
            } catch (SQLException | FencedException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, BatchWriter.lockKey(active));
            lock.execute();
        }
    }

    /**
     * Whether an attempt before this one was committed although it failed, as when the connection broke while it was: the rebuilt
     * generation is being written by then.
     *
     * @throws IllegalStateException if readers see neither of the two
     */
    private boolean isDone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM app.generation WHERE state = 'active'")) {
            row.next();
            int seen = row.getInt(1);
            if (seen != active.number() && seen != rebuilt.number()) {
                throw new IllegalStateException("Readers see generation " + seen + " meanwhile; begin again");
            }
            return seen == rebuilt.number();
        }
    }

    private boolean await(Connection connection, CatchUp catchUp, long until, Duration poll)
            throws SQLException, FencedException, InterruptedException {
        while (true) {
            boolean level = catchUp.step();
            if (level && isRelayed(connection)) {
                return true;
            }
            if (System.nanoTime() > until) {
                return false;
            }
            if (level) {
                Thread.sleep(poll.toMillis());
            }
        }
    }

    private boolean isRelayed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        new ViewSql(active).of("SELECT NOT EXISTS (SELECT FROM ${schema}.outbox)"))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The rebuilt outbox repeats what was published long ago; only differences are new. */
    private int publishDifferences(Connection connection) throws SQLException {
        ViewSql sql = new ViewSql(rebuilt);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.of("TRUNCATE ${schema}.outbox"));
            statement.execute(both(sql.of("""
                INSERT INTO ${schema}.publication (key, id, root)
                OVERRIDING SYSTEM VALUE
                SELECT n.key, n.id, n.key
                FROM (
                    SELECT nextval(pg_get_serial_sequence('${schema}.publication', 'key')) AS key, p.id
                    FROM ${old}.publication p
                    WHERE NOT EXISTS (SELECT FROM ${schema}.publication k WHERE k.id = p.id)
                      AND (EXISTS (SELECT FROM ${old}.statement s WHERE p.key IN (s.cited, s.citing))
                        OR EXISTS (SELECT FROM ${old}.reference_edge e WHERE p.key IN (e.cited, e.citing)))) n\
                """)));
            // When a notice became known and who was told of it is in no log.
            statement.execute(both(sql.of("""
                UPDATE ${schema}.notice n SET inserted_at = o.inserted_at, withdrawn_at = coalesce(o.withdrawn_at, n.withdrawn_at)
                FROM ${old}.notice o WHERE o.key = n.key\
                """)));
            statement.execute(both(sql.of("""
                INSERT INTO ${schema}.notice_told (publication, kind, date, citing)
                SELECT p.key, t.kind, t.date, c.key
                FROM ${old}.notice_told t
                JOIN ${old}.publication op ON op.key = t.publication
                JOIN ${old}.publication oc ON oc.key = t.citing
                JOIN ${schema}.publication p ON p.id = op.id
                JOIN ${schema}.publication c ON c.id = oc.id
                ON CONFLICT DO NOTHING\
                """)));
            int changes = 0;
            try (ResultSet batches = statement.executeQuery(both(sql.files("rebuild.sql")))) {
                while (batches.next()) {
                    changes += batches.getInt(1);
                }
            }
            return changes;
        }
    }

    private String both(String sql) {
        return sql.replace("${old}", active.schema());
    }
}
