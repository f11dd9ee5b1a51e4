package org.citestream.query.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;

/** The changes that have a sequence number, to be read in that order. Thread-safe. */
@Singleton
public record ChangeLog(DataSource dataSource) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FACETS = new TypeReference<>() {};

    private static final String AFTER = "SELECT sequence, record, cited, citing, statement, cause, payload, facets,"
            + " traceparent, at"
            + " FROM app.change WHERE sequence > :after ORDER BY sequence LIMIT :limit";

    /** At most {@code limit} changes behind {@code sequence}, in order. */
    public List<Change> after(long sequence, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of(AFTER).with("after", sequence).with("limit", limit).list(connection, ChangeLog::change);
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                ChangeType.ofWireName(row.getString("record")),
                row.getString("cited"),
                row.getString("citing"),
                row.getObject("statement", UUID.class),
                Cause.ofWireName(row.getString("cause")),
                row.getString("payload"),
                facets(row.getString("facets")),
                row.getString("traceparent"),
                Sql.instant(row, "at"));
    }

    /** The last sequence number given; 0 for none. */
    public long last() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT last_sequence FROM app.relay").number(connection);
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
