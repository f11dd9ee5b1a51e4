package org.citestream.query.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;

/**
 * Leadership of one instance among several: it holds a session's advisory lock on its own connection, which the
 * database releases when the instance dies. Not thread-safe.
 */
public final class Leadership implements AutoCloseable {

    private final DataSource dataSource;
    private final long key;
    private Connection connection;

    public Leadership(DataSource dataSource, long key) {
        this.dataSource = dataSource;
        this.key = key;
    }

    /** The connection that holds the lock, or null while another instance leads. */
    public Connection tryLead() throws SQLException {
        if (connection != null) {
            return connection;
        }
        Connection candidate = dataSource.getConnection();
        boolean leads = false;
        try {
            candidate.setAutoCommit(true);
            leads = Sql.of("SELECT pg_try_advisory_lock(:key)")
                    .with("key", key)
                    .first(candidate, row -> row.getBoolean(1))
                    .orElse(false);
        } finally {
            if (!leads) {
                candidate.close();
            }
        }
        connection = leads ? candidate : null;
        return connection;
    }

    /** Gives up the lead, in order or after a failure; the lock may already be lost with the connection. */
    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (Connection leaving = connection) {
            connection = null;
            leaving.setAutoCommit(true);
            Sql.of("SELECT pg_advisory_unlock(:key)").with("key", key).update(leaving);
        } catch (SQLException gone) {
            // A lost connection has lost the lock too.
            connection = null;
        }
    }
}
