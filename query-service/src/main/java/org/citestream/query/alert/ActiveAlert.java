package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;

/**
 * An alert as the matcher sees it.
 *
 * @param from it is told of changes after this sequence number
 * @param dueAt when the next delivery is due, or null
 * @param deliveredAt when the last delivery went out, or null
 */
record ActiveAlert(
        UUID alert,
        boolean webhook,
        FollowedSubject follows,
        String target,
        Condition condition,
        AlertCauses causes,
        Frequency frequency,
        long from,
        Instant dueAt,
        Instant deliveredAt) {

    private static final String COLUMNS = "SELECT id, url IS NOT NULL AS webhook, follows, target, condition, causes,"
            + " frequency, from_sequence, due_at, delivered_at FROM app.alert ";

    /**
     * Alerts that may concern changes to works with these ids, authors and journals (in lower case) or in these
     * collections, and all alerts on searches.
     */
    static List<ActiveAlert> concerned(
            Connection connection,
            Collection<String> ids,
            Collection<String> authors,
            Collection<String> journals,
            Collection<String> collections)
            throws SQLException {
        return Sql.of(COLUMNS + """
                WHERE state IN ('active', 'disabled')
                  AND ((follows = 'work' AND lower(target) = ANY (:ids))
                    OR (follows = 'author' AND lower(target) = ANY (:authors))
                    OR (follows = 'journal' AND lower(target) = ANY (:journals))
                    OR (follows = 'collection' AND lower(target) = ANY (:collections)) OR follows = 'search')
                ORDER BY id""")
                .with("ids", ids)
                .with("authors", authors)
                .with("journals", journals)
                .with("collections", collections)
                .list(connection, ActiveAlert::of);
    }

    /** Whether there is any in force. */
    static boolean any(Connection connection) throws SQLException {
        return Sql.of("SELECT EXISTS (SELECT FROM app.alert WHERE state IN ('active', 'disabled'))")
                .first(connection, row -> row.getBoolean(1))
                .orElse(false);
    }

    /** One alert, whatever its state. */
    static List<ActiveAlert> of(Connection connection, UUID alert) throws SQLException {
        return Sql.of(COLUMNS + "WHERE id = :alert").with("alert", alert).list(connection, ActiveAlert::of);
    }

    /**
     * Whether the change meets the alert's condition; whether it is about the followed subject is checked elsewhere.
     */
    boolean wants(Change change) {
        return causes.have(change.cause()) && condition.matches(change);
    }

    private static ActiveAlert of(ResultSet row) throws SQLException {
        return new ActiveAlert(
                row.getObject("id", UUID.class),
                row.getBoolean("webhook"),
                FollowedSubject.ofWireName(row.getString("follows")).orElseThrow(),
                row.getString("target"),
                Condition.parse(row.getString("condition")),
                AlertCauses.parse(row.getString("causes")),
                Frequency.ofWireName(row.getString("frequency")).orElseThrow(),
                row.getLong("from_sequence"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "delivered_at"));
    }
}
