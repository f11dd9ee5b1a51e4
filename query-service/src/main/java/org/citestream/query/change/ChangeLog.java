package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;

/** The changes that have a sequence number, to be read in that order. Thread-safe. */
@ApplicationScoped
public class ChangeLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FACETS = new TypeReference<>() {};

    private static final String AFTER = "SELECT sequence, record, cited, citing, statement, cause, payload, facets,"
            + " traceparent, at"
            + " FROM app.change WHERE sequence > ? ORDER BY sequence LIMIT ?";

    private final DataSource dataSource;

    ChangeLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** At most {@code limit} changes behind {@code sequence}, in order. */
    public List<Change> after(long sequence, int limit) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement selecting = connection.prepareStatement(AFTER)) {
            selecting.setLong(1, sequence);
            selecting.setInt(2, limit);
            try (ResultSet row = selecting.executeQuery()) {
                while (row.next()) {
                    changes.add(new Change(
                            row.getLong(1),
                            ChangeType.ofWireName(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, UUID.class),
                            Cause.ofWireName(row.getString(6)),
                            row.getString(7),
                            facets(row.getString(8)),
                            row.getString(9),
                            row.getObject(10, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return changes;
    }

    /** The last sequence number given; 0 for none. */
    public long last() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement selecting = connection.createStatement();
                ResultSet row = selecting.executeQuery("SELECT last_sequence FROM app.relay")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, List<String>> facets(String json) throws SQLException {
        try {
            return JSON.readValue(json, FACETS);
        } catch (JsonProcessingException ours) {
            throw new SQLException("facets of a change are no JSON", ours);
        }
    }
}
