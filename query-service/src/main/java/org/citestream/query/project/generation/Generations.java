package org.citestream.query.project.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The generations and which one readers see. Schema {@code active} holds one plain view per table, pointing at the
 * active generation, so that a swap is one short transaction and no reader needs to know a number. Safe for concurrent
 * use by several instances: every change is made under an advisory lock.
 */
public final class Generations {

    /** Guards creation and swap; any number that nothing else uses. */
    private static final long LOCK = 0x6369746567656e31L;

    /** The tables that readers see through {@code active}; the rest are internal to the projection. */
    private static final List<String> READABLE = List.of(
            "publication",
            "publication_description",
            "alias",
            "notice",
            "model",
            "article",
            "statement",
            "reference_edge",
            "tally",
            "correction",
            "projection_offset",
            "parked");

    private final DataSource dataSource;
    private final GenerationTemplate template;

    public Generations(DataSource dataSource) {
        this.dataSource = dataSource;
        this.template = new GenerationTemplate(dataSource);
    }

    /**
     * Creates the first generation if there is none, migrates all that are in use to the newest version, and returns
     * the active one.
     */
    public Generation ensureActive() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection);
            Generation active = active(connection);
            if (active == null) {
                active = new Generation(1);
                insertActive(connection, active);
            }
            String version = template.apply(active);
            point(connection, active, version);
            connection.commit();
            return active;
        }
    }

    /** The generation that readers see. */
    public Generation active() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Generation active = active(connection);
            if (active == null) {
                throw new IllegalStateException("no generation of the view is active");
            }
            return active;
        }
    }

    /** Creates the next generation, empty, beside the active one, and drops leftovers of earlier ones. */
    public Generation begin() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection);
            dropUnused(connection);
            Generation next;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("INSERT INTO app.generation (number, state)"
                            + " SELECT max(number) + 1, 'building' FROM app.generation RETURNING number")) {
                row.next();
                next = new Generation(row.getInt(1));
            }
            template.apply(next);
            connection.commit();
            return next;
        }
    }

    /** Drops all generations that readers do not see; their numbers are not used again. */
    public void dropUnused() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection);
            dropUnused(connection);
            connection.commit();
        }
    }

    private static void dropUnused(Connection connection) throws SQLException {
        List<Generation> unused = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT number FROM app.generation WHERE state <> 'active'"
                    + " AND EXISTS (SELECT FROM pg_namespace WHERE nspname = 'view_' || number)")) {
                while (row.next()) {
                    unused.add(new Generation(row.getInt(1)));
                }
            }
            statement.execute("UPDATE app.generation SET state = 'retired' WHERE state = 'building'");
            for (Generation generation : unused) {
                statement.execute("DROP SCHEMA " + generation.schema() + " CASCADE");
            }
        }
    }

    /** Switches readers to another generation, within the caller's transaction. */
    public void swap(Connection connection, Generation from, Generation to) throws SQLException {
        lock(connection);
        try (PreparedStatement update = connection.prepareStatement("UPDATE app.generation SET state = ?,"
                + " activated_at = CASE WHEN ? THEN now() ELSE activated_at END WHERE number = ?")) {
            setState(update, from, "retired", false);
            setState(update, to, "active", true);
        }
        point(connection, to, template.version(to));
    }

    private static void setState(PreparedStatement update, Generation generation, String state, boolean activates)
            throws SQLException {
        update.setString(1, state);
        update.setBoolean(2, activates);
        update.setInt(3, generation.number());
        update.executeUpdate();
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private static Generation active(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM app.generation WHERE state = 'active'")) {
            return rows.next() ? new Generation(rows.getInt(1)) : null;
        }
    }

    private static void insertActive(Connection connection, Generation generation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO app.generation (number, state, activated_at) VALUES (?, 'active', now())")) {
            insert.setInt(1, generation.number());
            insert.executeUpdate();
        }
    }

    private static void point(Connection connection, Generation generation, String version) throws SQLException {
        String label = generation.schema() + " version " + version;
        try (Statement statement = connection.createStatement()) {
            if (label.equals(label(statement))) {
                return;
            }
            List<String> commands = new ArrayList<>();
            commands.add("DROP SCHEMA IF EXISTS active CASCADE");
            commands.add("CREATE SCHEMA active");
            for (String table : READABLE) {
                commands.add("CREATE VIEW active." + table + " AS SELECT * FROM " + generation.schema() + "." + table);
            }
            commands.add("COMMENT ON SCHEMA active IS '" + label + "'");
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String label(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'active'")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
