package org.citestream.query.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.vocabulary.ChangeType;

/**
 * Turns matches into deliveries and records their results. A delivery is written before it is sent, so that a crash in
 * between repeats it under the same id. Stateless; uses the leader's connection.
 */
final class Deliveries {

    private static final String PENDING = """
            SELECT DISTINCT ON (d.alert) d.id, d.alert, d.first_sequence, d.last_sequence, d.attempts, a.url,
                a.webhook_secret, a.follows, a.target, a.condition, a.frequency, s.id AS subscriber, s.address
            FROM app.alert_delivery d
            JOIN app.alert a ON a.id = d.alert AND a.state = 'active'
            LEFT JOIN app.subscriber s ON s.id = a.subscriber
            WHERE d.state = 'pending' AND (a.url IS NOT NULL) = :webhooks
            ORDER BY d.alert, d.first_sequence, d.created_at""";

    private Deliveries() {}

    /**
     * A delivery that has not gone out yet.
     *
     * @param attempts how often it was tried
     * @param subscriber null for a webhook, as is {@code address}
     */
    record PendingDelivery(
            UUID id,
            UUID alert,
            long first,
            long last,
            int attempts,
            String url,
            String secret,
            FollowedSubject follows,
            String target,
            String condition,
            Frequency frequency,
            UUID subscriber,
            String address) {}

    /** One change of a delivery: its type and its value, as on the topic. */
    record DeliveredChange(ChangeType event, JsonNode data) {}

    /**
     * Puts due matches of webhooks, or of mails, into deliveries of at most {@code most} changes; returns the number of
     * deliveries.
     */
    static int cut(Connection leader, boolean webhooks, int most) throws SQLException {
        List<UUID> due = Sql.of("SELECT id FROM app.alert WHERE due_at <= now()"
                        + " AND state = 'active' AND (url IS NOT NULL) = :webhooks ORDER BY due_at LIMIT 100")
                .with("webhooks", webhooks)
                .list(leader, row -> row.getObject(1, UUID.class));
        for (UUID alert : due) {
            leader.setAutoCommit(false);
            try {
                cut(leader, alert, most);
                leader.commit();
            } catch (SQLException | RuntimeException failure) {
                leader.rollback();
                throw failure;
            } finally {
                leader.setAutoCommit(true);
            }
        }
        return due.size();
    }

    private static void cut(Connection leader, UUID alert, int most) throws SQLException {
        // Locked first: a match recorded in the meantime makes the alert due again afterwards.
        run(leader, "SELECT FROM app.alert WHERE id = ? FOR NO KEY UPDATE", alert);
        UUID delivery = UUID.randomUUID();
        run(leader, """
                WITH taken AS (
                    SELECT sequence FROM app.alert_match WHERE alert = ? AND delivery IS NULL ORDER BY sequence LIMIT %d)
                INSERT INTO app.alert_delivery (id, alert, first_sequence, last_sequence, changes)
                SELECT ?, ?, min(sequence), max(sequence), count(*) FROM taken HAVING count(*) > 0""".formatted(most), alert, delivery, alert);
        run(leader, """
                UPDATE app.alert_match m SET delivery = d.id FROM app.alert_delivery d
                WHERE d.id = ? AND m.alert = d.alert AND m.delivery IS NULL
                  AND m.sequence BETWEEN d.first_sequence AND d.last_sequence""", delivery);
        run(leader, """
                UPDATE app.alert SET delivered_at = now(), due_at = CASE WHEN EXISTS (
                    SELECT FROM app.alert_match m WHERE m.alert = alert.id AND m.delivery IS NULL) THEN now() END
                WHERE id = ?""", alert);
    }

    /** For each alert, its oldest delivery if that is pending and due. */
    static List<PendingDelivery> pending(Connection leader, boolean webhooks, int most) throws SQLException {
        return Sql.of("SELECT p.* FROM (" + PENDING
                        + ") p JOIN app.alert_delivery d USING (id) WHERE d.next_at <= now() ORDER BY"
                        + " d.next_at LIMIT :most")
                .with("webhooks", webhooks)
                .with("most", most)
                .list(leader, Deliveries::pending);
    }

    private static PendingDelivery pending(ResultSet row) throws SQLException {
        return new PendingDelivery(
                row.getObject("id", UUID.class),
                row.getObject("alert", UUID.class),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                row.getInt("attempts"),
                row.getString("url"),
                row.getString("webhook_secret"),
                FollowedSubject.ofWireName(row.getString("follows")).orElseThrow(),
                row.getString("target"),
                row.getString("condition"),
                Frequency.ofWireName(row.getString("frequency")).orElseThrow(),
                row.getObject("subscriber", UUID.class),
                row.getString("address"));
    }

    /** The changes of a delivery in their order, as far as they are kept. */
    static List<DeliveredChange> told(Connection leader, UUID delivery) throws SQLException {
        List<Long> sequences = Sql.of("SELECT sequence FROM app.alert_match WHERE delivery = :delivery")
                .with("delivery", delivery)
                .list(leader, row -> row.getLong(1));
        return ChangeLog.numbered(leader, sequences).stream()
                .map(change -> new DeliveredChange(change.type(), change.value()))
                .toList();
    }

    /** Records that the delivery was sent. */
    static void sent(Connection leader, PendingDelivery delivery, String outcome) throws SQLException {
        run(
                leader,
                "UPDATE app.alert_delivery SET state = 'sent', sent_at = now(), attempts = attempts + 1, outcome = ?"
                        + " WHERE id = ?",
                outcome,
                delivery.id());
        run(leader, "UPDATE app.alert SET failures = 0 WHERE id = ? AND failures > 0", delivery.alert());
    }

    /** Records that it failed; it is tried again later. */
    static void failed(Connection leader, PendingDelivery delivery, String outcome, Duration wait) throws SQLException {
        run(
                leader,
                "UPDATE app.alert_delivery SET attempts = attempts + 1, outcome = ?,"
                        + " next_at = now() + ? * interval '1 millisecond' WHERE id = ?",
                outcome,
                wait.toMillis(),
                delivery.id());
    }

    /**
     * Counts a failure caused by the receiver; after {@code most} in a row the alert is disabled, with the reason shown
     * to its owner. Returns whether this one disabled it.
     */
    static boolean blame(Connection leader, PendingDelivery delivery, String outcome, int most) throws SQLException {
        return Sql.of("""
                UPDATE app.alert SET failures = failures + 1,
                    state = CASE WHEN failures + 1 >= :most THEN 'disabled' ELSE state END,
                    reason = CASE WHEN failures + 1 >= :most
                        THEN failures + 1 || ' deliveries in a row failed, the last: ' || :outcome ELSE reason END
                WHERE id = :alert RETURNING state = 'disabled'""")
                .with("most", most)
                .with("outcome", outcome)
                .with("alert", delivery.alert())
                .first(leader, row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Deletes what is no longer needed: sent deliveries, sign-ups that nobody confirmed, addresses without alerts. */
    static void purge(Connection leader, AlertSettings settings) throws SQLException {
        run(
                leader,
                "DELETE FROM app.alert_delivery WHERE state = 'sent' AND sent_at < now() - ? * interval '1 second'",
                settings.keep().toSeconds());
        run(
                leader,
                "DELETE FROM app.alert WHERE state = 'unconfirmed' AND created_at < now() - ? * interval '1 second'",
                settings.confirmWithin().toSeconds());
        run(leader, "DELETE FROM app.alert_signup WHERE at < now() - interval '1 day'");
        run(
                leader,
                "DELETE FROM app.subscriber s WHERE created_at < now() - interval '1 hour'"
                        + " AND NOT EXISTS (SELECT FROM app.alert a WHERE a.subscriber = s.id)");
    }

    private static void run(Connection leader, String sql, Object... values) throws SQLException {
        new Sql().add(sql, values).update(leader);
    }
}
