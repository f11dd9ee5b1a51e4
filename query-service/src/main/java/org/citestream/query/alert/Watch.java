package org.citestream.query.alert;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.citestream.query.change.Change;

/**
 * An alert as the matcher sees it.
 *
 * @param from it hears of changes behind this sequence
 * @param dueAt when something goes out already, or null
 * @param deliveredAt when something went out last, or null
 */
record Watch(
        UUID alert,
        boolean webhook,
        Follows follows,
        String target,
        Condition condition,
        Causes causes,
        Frequency frequency,
        long from,
        Instant dueAt,
        Instant deliveredAt) {

    private static final String COLUMNS = "SELECT id, url IS NOT NULL AS webhook, follows, target, condition, causes,"
            + " frequency, from_sequence, due_at, delivered_at FROM app.alert ";

    /** Those that may concern changes to works with these ids, authors and journals (in lower case), and all searches. */
    static List<Watch> concerned(
            Connection connection, Collection<String> ids, Collection<String> authors, Collection<String> journals)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                WHERE state IN ('active', 'disabled')
                  AND ((follows = 'work' AND lower(target) = ANY (?)) OR (follows = 'author' AND lower(target) = ANY (?))
                    OR (follows = 'journal' AND lower(target) = ANY (?)) OR follows = 'search')
                ORDER BY id""")) {
            select.setArray(1, texts(connection, ids));
            select.setArray(2, texts(connection, authors));
            select.setArray(3, texts(connection, journals));
            return list(select);
        }
    }

    /** One alert, whatever its state. */
    static List<Watch> of(Connection connection, UUID alert) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
            select.setObject(1, alert);
            return list(select);
        }
    }

    /** Whether the change is of its kind; whether it is about what is followed is another question. */
    boolean wants(Change change) {
        return causes.have(change.cause()) && condition.matches(change);
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static List<Watch> list(PreparedStatement select) throws SQLException {
        List<Watch> watches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                watches.add(new Watch(
                        row.getObject("id", UUID.class),
                        row.getBoolean("webhook"),
                        Follows.ofWireName(row.getString("follows")).orElseThrow(),
                        row.getString("target"),
                        Condition.parse(row.getString("condition")),
                        Causes.parse(row.getString("causes")),
                        Frequency.ofWireName(row.getString("frequency")).orElseThrow(),
                        row.getLong("from_sequence"),
                        instant(row, "due_at"),
                        instant(row, "delivered_at")));
            }
        }
        return watches;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
