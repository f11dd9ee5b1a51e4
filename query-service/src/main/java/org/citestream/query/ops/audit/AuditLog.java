package org.citestream.query.ops.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.query.database.DatabaseUnavailable;

/** Keeps account of what people did, in {@code app.ops_audit}; outlives every rebuild. Thread-safe. */
@ApplicationScoped
public class AuditLog {

    private final DataSource dataSource;

    AuditLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes down what is about to be done; if that fails, it must not be done. */
    public void write(String who, String action, String target, String detail) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO app.ops_audit (who, action, target, detail) VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(true);
            insert.setString(1, who);
            insert.setString(2, action);
            insert.setString(3, target);
            insert.setString(4, detail);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /**
     * The newest first.
     *
     * @param before only entries with a smaller id
     */
    public List<AuditEntry> read(long before, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT id, at, who, action, target, detail"
                        + " FROM app.ops_audit WHERE id < ? ORDER BY id DESC LIMIT ?")) {
            select.setLong(1, before);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new AuditEntry(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return entries;
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}
