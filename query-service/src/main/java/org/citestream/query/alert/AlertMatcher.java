package org.citestream.query.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.alert.MatchFinder.AlertMatch;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;

/**
 * Compares changes with alerts, in the public order. Matches are recorded in the transaction that advances the
 * position, so a crash loses nothing and records nothing twice. Runs on the leading instance, on one thread.
 */
record AlertMatcher(ChangeLog log, AlertSettings settings, int batch) {

    /**
     * Processes one batch of new changes and one of each replay in progress; returns whether there was anything to do.
     */
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
        if (ActiveAlert.any(leader)) {
            note(leader, new MatchFinder(leader, changes).find(), false);
        }
        Sql.of("UPDATE app.alert_progress SET last_sequence = :last")
                .with("last", changes.get(changes.size() - 1).sequence())
                .update(leader);
        return true;
    }

    private boolean replay(Connection leader) throws SQLException {
        List<Replay> waiting = Sql.of("SELECT id, replay_from, replay_until FROM app.alert"
                        + " WHERE replay_from IS NOT NULL ORDER BY id LIMIT 10")
                .list(leader, row -> new Replay(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)));
        for (Replay replay : waiting) {
            replay(leader, replay.alert(), replay.from(), replay.until());
        }
        return !waiting.isEmpty();
    }

    private record Replay(UUID alert, long from, long until) {}

    private void replay(Connection leader, UUID alert, long from, long until) throws SQLException {
        List<Change> page = log.after(from, batch);
        List<Change> changes =
                page.stream().filter(change -> change.sequence() <= until).toList();
        if (!changes.isEmpty()) {
            MatchFinder finder = new MatchFinder(leader, changes);
            for (ActiveAlert watch : ActiveAlert.of(leader, alert)) {
                note(leader, finder.find(watch), true);
            }
        }
        boolean more = changes.size() == batch;
        Sql.of("UPDATE app.alert SET replay_from = :from WHERE id = :alert")
                .with("from", more ? changes.get(changes.size() - 1).sequence() : null)
                .with("alert", alert)
                .update(leader);
    }

    /** Records matches and when they are due; {@code again} includes those already sent. */
    private void note(Connection leader, List<AlertMatch> matches, boolean again) throws SQLException {
        if (matches.isEmpty()) {
            return;
        }
        Sql.of("INSERT INTO app.alert_match (alert, sequence) SELECT * FROM unnest(:alerts::uuid[],"
                        + " :sequences::bigint[]) ON CONFLICT (alert, sequence) DO "
                        + (again ? "UPDATE SET delivery = NULL" : "NOTHING"))
                .with(
                        "alerts",
                        matches.stream().map(match -> match.watch().alert()).toList())
                .with(
                        "sequences",
                        matches.stream().map(match -> match.change().sequence()).toList())
                .update(leader);
        TreeMap<UUID, ActiveAlert> concerned = new TreeMap<>();
        matches.forEach(match -> concerned.put(match.watch().alert(), match.watch()));
        Sql.of("UPDATE app.alert SET due_at = LEAST(due_at, :due::timestamptz) WHERE id = :alert")
                .updateAll(
                        leader, concerned.values(), watch -> Map.of("due", due(watch, again), "alert", watch.alert()));
    }

    private Instant due(ActiveAlert watch, boolean again) {
        Instant now = Instant.now();
        Duration interval = watch.webhook() ? Duration.ZERO : settings.mailInterval();
        return again
                ? now
                : watch.frequency().due(now, watch.deliveredAt(), settings.gather(), interval, settings.digestHour());
    }

    private static long progress(Connection leader) throws SQLException {
        return Sql.of("SELECT last_sequence FROM app.alert_progress FOR UPDATE").number(leader);
    }
}
