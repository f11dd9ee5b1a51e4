package org.citestream.query.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.BlockingOperationNotAllowedException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.citestream.kit.database.Sql;

/** Reads several things as of one moment, so that the parts of an answer agree with each other. Thread-safe. */
@Singleton
public record Snapshot(AgroalDataSource dataSource) {

    /** A query on a connection; may throw what the database throws. */
    @FunctionalInterface
    public interface SnapshotQuery<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Reads with a single statement, which is a snapshot by itself: one round trip to the database.
     *
     * @throws DatabaseUnavailableException if the database fails
     */
    public <T> T once(SnapshotQuery<T> reading) {
        try (Connection connection = connection()) {
            return reading.on(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /**
     * Reads in one read-only transaction.
     *
     * @throws DatabaseUnavailableException if the database fails
     */
    public <T> T read(SnapshotQuery<T> reading) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            // Together with BEGIN in one round trip; the connection's own settings stay as they are.
            try {
                Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                        .update(connection);
                return reading.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /**
     * A hanging database may block its caller, but never the event loop, which serves everybody and the health checks.
     */
    private Connection connection() throws SQLException {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new BlockingOperationNotAllowedException("the database is not read on an event loop");
        }
        return dataSource.getConnection();
    }
}
