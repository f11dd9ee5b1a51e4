package org.citestream.query.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads several things of one moment, so that what an answer says in one place agrees with the other. Thread-safe. */
@ApplicationScoped
public class Snapshot {

    private final AgroalDataSource dataSource;

    Snapshot(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is read; may throw what the database throws. */
    @FunctionalInterface
    public interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Reads in one read-only transaction.
     *
     * @throws DatabaseUnavailable if the database fails
     */
    public <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return reading.on(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
