package org.citestream.query.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.citestream.kit.loop.Loop;
import org.citestream.query.PublicUrl;
import org.citestream.query.change.ChangeFeed;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.change.ChangeSettings;
import org.citestream.query.change.LeaderStep;
import org.citestream.query.database.Leadership;
import org.citestream.query.mail.MailSetup;
import org.citestream.query.publication.PublicationReader;

/**
 * Matches and sends, each on its own thread and under its own lock: one of several instances does the work, and another
 * takes over when that one is gone. Thread-safe.
 */
@ApplicationScoped
public class AlertLoops {

    private static final long MATCHER_LOCK = 0x6369746572656c03L;
    private static final long MAIL_LOCK = 0x6369746572656c04L;
    private static final long WEBHOOK_LOCK = 0x6369746572656c05L;

    private final AlertSettings settings;
    private final ChangeSettings changes;
    private final DataSource dataSource;
    private final ChangeFeed feed;
    private final AlertMatcher matcher;
    private final MailSender mails;
    private final AlertMeters meters;
    private final boolean mailConfigured;
    private final String alerts;
    private final WebhookCaller caller;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    AlertLoops(
            AlertSettings settings,
            ChangeSettings changes,
            DataSource dataSource,
            ChangeLog log,
            ChangeFeed feed,
            Vertx vertx,
            MailClient client,
            MailSetup setup,
            AlertMails written,
            DigestReader digests,
            PublicationReader publications,
            PublicUrl site,
            AlertMeters meters) {
        this.settings = settings;
        this.changes = changes;
        this.dataSource = dataSource;
        this.feed = feed;
        this.matcher = new AlertMatcher(log, settings, changes.batchSize());
        this.mails = new MailSender(client, written, digests, publications, settings, meters.mails());
        this.meters = meters;
        this.mailConfigured = setup.isConfigured();
        this.alerts = site.of("/api/v1/alerts/");
        this.caller = new WebhookCaller(vertx, settings.webhook());
    }

    void start(@Observes @Priority(960) StartupEvent event) {
        if (!settings.enabled()) {
            return;
        }
        WebhookSender webhooks = new WebhookSender(caller, alerts, settings, meters.webhooks(), this::wake);
        run("citestream-alert-matcher", MATCHER_LOCK, new Matching());
        run("citestream-alert-webhooks", WEBHOOK_LOCK, leader -> pause(webhooks.step(leader)));
        if (mailConfigured) {
            run("citestream-alert-mail", MAIL_LOCK, leader -> pause(mails.step(leader)));
        }
        feed.subscribe(arrived -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(Loop::stop);
        caller.close();
    }

    /** Wakes the loops: there may be something to match or to send. */
    void wake() {
        loops.forEach(Loop::wake);
    }

    /** Whether all threads that should be running are. */
    boolean isAlive() {
        return loops.stream().allMatch(Loop::isAlive);
    }

    private void run(String name, long lock, LeaderStep.LeaderTask work) {
        Loop loop = Loop.named(name)
                .backoff(changes.backoff(), changes.backoff())
                .of(new LeaderStep(new Leadership(dataSource, lock), work, changes.leadershipInterval()));
        loops.add(loop);
        loop.start();
    }

    private Duration pause(boolean moved) {
        return moved ? Duration.ZERO : settings.poll();
    }

    private final class Matching implements LeaderStep.LeaderTask {

        private long purgedAt = System.nanoTime();

        @Override
        public Duration run(Connection leader) throws SQLException {
            boolean moved = matcher.step(leader);
            if (moved) {
                wake();
            }
            if (System.nanoTime() - purgedAt > Duration.ofHours(1).toNanos()) {
                purgedAt = System.nanoTime();
                Deliveries.purge(leader, settings);
            }
            return pause(moved);
        }
    }
}
