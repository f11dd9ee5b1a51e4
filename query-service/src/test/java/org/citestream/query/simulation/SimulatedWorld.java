package org.citestream.query.simulation;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.platform.Database;
import org.citestream.platform.PrivatePostgreSql;
import org.citestream.query.project.DatabaseCopies;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.View;

/** A database that one seed after the other finds empty, and that can go back to how it was. */
final class SimulatedWorld implements AutoCloseable {

    private static final List<String> VIEW = List.of(
            "publication",
            "publication_description",
            "alias",
            "notice",
            "notice_told",
            "model",
            "article",
            "statement",
            "reference_edge",
            "tally",
            "correction",
            "outbox",
            "projection_offset",
            "parked");

    private static final int RESETS_TO_EMPTY = 25;

    private Database database;
    private DataSource dataSource;
    private final SimulatedConnections.Pool pool;
    private Database copy;
    private int resets;

    /** @param template what it is a copy of */
    SimulatedWorld(Database template) throws SQLException {
        this.database = DatabaseCopies.of(template);
        this.pool = new SimulatedConnections.Pool(database);
        enter(database);
    }

    /** A database with nothing but an empty view, of which worlds can be copies; nobody is connected to it. */
    static Database template(PrivatePostgreSql server) throws SQLException {
        Database database = server.newDatabase();
        try (AgroalDataSource dataSource = (AgroalDataSource) TestDatabase.withApp(database)) {
            new Generations(dataSource).ensureActive();
        }
        return database;
    }

    SimulatedConnections.Pool pool() {
        return pool;
    }

    /** Connections that nothing happens to; none waits for a lock. */
    DataSource dataSource() {
        return dataSource;
    }

    View view() {
        return new View(dataSource);
    }

    /** Empties all that a seed writes to. */
    void reset() throws SQLException {
        forgetCopy();
        Generations generations = new Generations(dataSource);
        // Of seeds that rebuilt the view; a seed after it finds the same whatever came before.
        generations.dropUnused();
        Generation active = generations.active();
        List<String> commands = new ArrayList<>();
        // Small tables are emptied sooner row by row; now and then what that leaves behind must go.
        boolean whole = resets++ % RESETS_TO_EMPTY == 0;
        List<String> tables = new ArrayList<>(List.of("app.change_batch", "app.folded_tally", "app.number_skip"));
        VIEW.forEach(table -> tables.add(active.schema() + "." + table));
        if (whole) {
            commands.add("TRUNCATE " + String.join(", ", tables));
        } else {
            tables.forEach(table -> commands.add("DELETE FROM " + table));
        }
        commands.add("UPDATE app.relay SET last_sequence = 0, published_sequence = 0, life = NULL");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(String.join("; ", commands));
            connection.commit();
        }
    }

    /** Keeps the database as it is; nobody may be connected. */
    void keep() throws SQLException {
        forgetCopy();
        leave();
        copy = DatabaseCopies.of(database);
        enter(database);
    }

    boolean hasCopy() {
        return copy != null;
    }

    /** Puts the copy in the place of the database; nobody may be connected. */
    void goBack() throws SQLException {
        leave();
        DatabaseCopies.drop(database);
        Database kept = copy;
        copy = null;
        enter(kept);
    }

    private void leave() throws SQLException {
        ((AgroalDataSource) dataSource).close();
        pool.close();
    }

    private void enter(Database now) throws SQLException {
        database = now;
        // Who holds a lock stands still while this reads, so there is no use in waiting for it.
        dataSource = TestDatabase.plain(
                new Database(now.jdbcUrl() + "?options=-c%20lock_timeout%3D20ms", now.username(), now.password()));
        pool.moveTo(now);
    }

    private void forgetCopy() throws SQLException {
        if (copy != null) {
            DatabaseCopies.drop(copy);
            copy = null;
        }
    }

    @Override
    public void close() throws SQLException {
        forgetCopy();
        leave();
        DatabaseCopies.drop(database);
    }
}
