package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.citestream.query.alert.MatchFinder.Match;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;

/**
 * Compares changes with alerts, in the public order. What matches is noted in the transaction that moves the progress,
 * so a crash loses nothing and notes nothing twice. For whoever leads, on one thread.
 */
final class AlertMatcher {

    private final ChangeLog log;
    private final AlertSettings settings;
    private final int batch;

    AlertMatcher(ChangeLog log, AlertSettings settings, int batch) {
        this.log = log;
        this.settings = settings;
        this.batch = batch;
    }

    /** Takes one batch, of new changes and of each replay under way; returns whether there was anything. */
    boolean step(Connection leader) throws SQLException {
        leader.setAutoCommit(false);
        try {
            boolean moved = follow(leader);
            moved |= replay(leader);
            leader.commit();
            return moved;
        } catch (SQLException | RuntimeException failure) {
            leader.rollback();
            throw failure;
        } finally {
            leader.setAutoCommit(true);
        }
    }

    private boolean follow(Connection leader) throws SQLException {
        List<Change> changes = log.after(progress(leader), batch);
        if (changes.isEmpty()) {
            return false;
        }
        note(leader, new MatchFinder(leader, changes).find(), false);
        try (PreparedStatement moving = leader.prepareStatement("UPDATE app.alert_progress SET last_sequence = ?")) {
            moving.setLong(1, changes.get(changes.size() - 1).sequence());
            moving.executeUpdate();
        }
        return true;
    }

    private boolean replay(Connection leader) throws SQLException {
        boolean any = false;
        try (Statement selecting = leader.createStatement();
                ResultSet row = selecting.executeQuery("SELECT id, replay_from, replay_until FROM app.alert"
                        + " WHERE replay_from IS NOT NULL ORDER BY id LIMIT 10")) {
            while (row.next()) {
                replay(leader, row.getObject(1, UUID.class), row.getLong(2), row.getLong(3));
                any = true;
            }
        }
        return any;
    }

    private void replay(Connection leader, UUID alert, long from, long until) throws SQLException {
        List<Change> page = log.after(from, batch);
        List<Change> changes =
                page.stream().filter(change -> change.sequence() <= until).toList();
        if (!changes.isEmpty()) {
            MatchFinder finder = new MatchFinder(leader, changes);
            for (Watch watch : Watch.of(leader, alert)) {
                note(leader, finder.find(watch), true);
            }
        }
        boolean more = changes.size() == batch;
        try (PreparedStatement moving = leader.prepareStatement("UPDATE app.alert SET replay_from = ? WHERE id = ?")) {
            moving.setObject(1, more ? changes.get(changes.size() - 1).sequence() : null, java.sql.Types.BIGINT);
            moving.setObject(2, alert);
            moving.executeUpdate();
        }
    }

    /** Notes matches and when they go out; {@code again} takes those back that went out already. */
    private void note(Connection leader, List<Match> matches, boolean again) throws SQLException {
        if (matches.isEmpty()) {
            return;
        }
        try (PreparedStatement noting = leader.prepareStatement(
                "INSERT INTO app.alert_match (alert, sequence) SELECT * FROM unnest(?::uuid[], ?::bigint[])"
                        + " ON CONFLICT (alert, sequence) DO " + (again ? "UPDATE SET delivery = NULL" : "NOTHING"))) {
            noting.setArray(
                    1,
                    leader.createArrayOf(
                            "uuid",
                            matches.stream().map(match -> match.watch().alert()).toArray()));
            noting.setArray(
                    2,
                    leader.createArrayOf(
                            "bigint",
                            matches.stream()
                                    .map(match -> match.change().sequence())
                                    .toArray()));
            noting.executeUpdate();
        }
        TreeMap<UUID, Watch> concerned = new TreeMap<>();
        matches.forEach(match -> concerned.put(match.watch().alert(), match.watch()));
        try (PreparedStatement due =
                leader.prepareStatement("UPDATE app.alert SET due_at = LEAST(due_at, ?::timestamptz) WHERE id = ?")) {
            for (Watch watch : concerned.values()) {
                due.setString(1, due(watch, again).toString());
                due.setObject(2, watch.alert());
                due.addBatch();
            }
            due.executeBatch();
        }
    }

    private Instant due(Watch watch, boolean again) {
        Instant now = Instant.now();
        Duration interval = watch.webhook() ? Duration.ZERO : settings.mailInterval();
        return again
                ? now
                : watch.frequency().due(now, watch.deliveredAt(), settings.gather(), interval, settings.digestHour());
    }

    private static long progress(Connection leader) throws SQLException {
        try (Statement selecting = leader.createStatement();
                ResultSet row = selecting.executeQuery("SELECT last_sequence FROM app.alert_progress FOR UPDATE")) {
            row.next();
            return row.getLong(1);
        }
    }
}
