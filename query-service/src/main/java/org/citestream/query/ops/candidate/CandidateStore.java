package org.citestream.query.ops.candidate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.query.project.event.Entry;
import org.citestream.query.project.event.StatementClassified;

/**
 * The tables that hold a candidate's labels. Rows and offsets move in one transaction, and only from where the offsets
 * stood, so that several instances may follow at once.
 */
final class CandidateStore {

    private final DataSource dataSource;

    CandidateStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Forgets whatever other candidate was followed; null: there is none. */
    void begin(String topicId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT topic_id FROM app.candidate")) {
                String before = row.next() ? row.getString(1) : null;
                if (java.util.Objects.equals(before, topicId)) {
                    connection.rollback();
                    return;
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE app.candidate, app.candidate_offset, app.candidate_statement");
            }
            if (topicId != null) {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO app.candidate (topic_id) VALUES (?)")) {
                    insert.setString(1, topicId);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    Map<Integer, Long> offsets() throws SQLException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT partition, next_offset FROM app.candidate_offset")) {
            while (rows.next()) {
                offsets.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return offsets;
    }

    /** Where a partition was read from and to. */
    record Advance(int partition, long from, long to) {}

    /** Writes all or, if another instance was faster, nothing; tells which. */
    boolean write(
            String topicId, List<Entry<StatementClassified>> statements, List<Advance> advances, Optional<String> model)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (!isStill(connection, topicId) || !advance(connection, advances)) {
                connection.rollback();
                return false;
            }
            upsert(connection, statements);
            if (model.isPresent()) {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE app.candidate SET model = ?::jsonb")) {
                    update.setString(1, model.get());
                    update.executeUpdate();
                }
            }
            connection.commit();
            return true;
        }
    }

    private static boolean isStill(Connection connection, String topicId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM app.candidate WHERE topic_id = ? FOR SHARE")) {
            select.setString(1, topicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean advance(Connection connection, List<Advance> advances) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                INSERT INTO app.candidate_offset AS o (partition, next_offset) VALUES (?, ?)
                ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset WHERE o.next_offset = ?""")) {
            for (Advance advance : advances) {
                update.setInt(1, advance.partition());
                update.setLong(2, advance.to());
                update.setLong(3, advance.from());
                if (update.executeUpdate() == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void upsert(Connection connection, List<Entry<StatementClassified>> statements) throws SQLException {
        // The last of each id: one statement may not touch a row twice.
        Map<UUID, Entry<StatementClassified>> last = new LinkedHashMap<>();
        statements.forEach(entry -> last.put(entry.fact().id(), entry));
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO app.candidate_statement AS c (statement, revision, log_offset, type, confidence)
                SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::smallint[], ?::real[])
                ON CONFLICT (statement) DO UPDATE SET revision = excluded.revision, log_offset = excluded.log_offset,
                    type = excluded.type, confidence = excluded.confidence
                WHERE (c.revision, c.log_offset) < (excluded.revision, excluded.log_offset)""")) {
            List<Entry<StatementClassified>> rows = List.copyOf(last.values());
            upsert.setArray(1, array(connection, "uuid", rows.stream().map(row -> row.fact()
                    .id())));
            upsert.setArray(2, array(connection, "bigint", rows.stream().map(row -> row.fact()
                    .revision())));
            upsert.setArray(3, array(connection, "bigint", rows.stream().map(row -> row.place()
                    .offset())));
            upsert.setArray(4, array(connection, "smallint", rows.stream().map(row -> row.fact()
                    .type()
                    .code())));
            upsert.setArray(5, array(connection, "real", rows.stream().map(row -> row.fact()
                    .confidence())));
            upsert.executeUpdate();
        }
    }

    private static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
