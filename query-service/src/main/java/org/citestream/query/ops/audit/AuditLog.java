package org.citestream.query.ops.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseUnavailableException;

/** The audit trail of people's actions, in {@code app.ops_audit}; it survives every rebuild. Thread-safe. */
@Singleton
public record AuditLog(DataSource dataSource) {

    /** Records an action that is about to be taken; if that fails, it must not be taken. */
    public void write(String who, String action, String target, String detail) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            Sql.of("INSERT INTO app.ops_audit (who, action, target, detail) VALUES (:who, :action, :target, :detail)")
                    .with("who", who)
                    .with("action", action)
                    .with("target", target)
                    .with("detail", detail)
                    .update(connection);
        } catch (SQLException failed) {
            throw new DatabaseUnavailableException(failed);
        }
    }

    /**
     * The newest first.
     *
     * @param before only entries with a smaller id
     */
    public List<AuditEntry> read(long before, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT * FROM app.ops_audit WHERE id < :before ORDER BY id DESC LIMIT :limit")
                    .with("before", before)
                    .with("limit", limit)
                    .list(connection, AuditLog::entry);
        } catch (SQLException failed) {
            throw new DatabaseUnavailableException(failed);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Sql.instant(row, "at"),
                row.getString("who"),
                row.getString("action"),
                row.getString("target"),
                row.getString("detail"));
    }
}
