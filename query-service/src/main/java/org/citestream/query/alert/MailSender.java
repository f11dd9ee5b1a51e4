package org.citestream.query.alert;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.alert.Deliveries.DeliveredChange;
import org.citestream.query.alert.Deliveries.PendingDelivery;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.jboss.logging.Logger;

/**
 * Sends confirmations and digests, one after the other. While the mail server is down everything waits and no alert is
 * blamed; a permanent refusal counts against the alert. Runs on the leading instance, on one thread.
 */
final class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int BATCH = 20;
    private static final String REFUSED = "refused";
    /** Consecutive refusals of an address after which its alert is disabled. */
    private static final int REFUSALS = 3;
    /** More than anybody reads; the mail says how many more there are. */
    private static final int MOST_CHANGES = 10_000;

    private final MailClient client;
    private final AlertMails mails;
    private final DigestReader digests;
    private final PublicationReader publications;
    private final AlertSettings settings;
    private final RetryDelays waits;
    private final AlertMeters.Sending meters;

    MailSender(
            MailClient client,
            AlertMails mails,
            DigestReader digests,
            PublicationReader publications,
            AlertSettings settings,
            AlertMeters.Sending meters) {
        this.client = client;
        this.mails = mails;
        this.digests = digests;
        this.publications = publications;
        this.settings = settings;
        this.waits = new RetryDelays(settings.backoff(), settings.backoffLimit());
        this.meters = meters;
    }

    /** Sends what is due now; returns whether there was anything. */
    boolean step(Connection leader) throws SQLException {
        leader.setAutoCommit(true);
        boolean any = confirmations(leader);
        Deliveries.cut(leader, false, MOST_CHANGES);
        for (PendingDelivery delivery : Deliveries.pending(leader, false, BATCH)) {
            send(leader, delivery);
            any = true;
        }
        return any;
    }

    private record Unconfirmed(UUID alert, String address, AlertCriteria wish) {}

    private boolean confirmations(Connection leader) throws SQLException {
        List<Unconfirmed> waiting = Sql.of("SELECT a.id, s.address, a.follows, a.target, a.condition,"
                        + " a.causes, a.frequency FROM app.alert a JOIN app.subscriber s ON s.id = a.subscriber"
                        + " WHERE a.state = 'unconfirmed' AND a.due_at <= now() ORDER BY a.due_at LIMIT " + BATCH)
                .list(
                        leader,
                        row -> new Unconfirmed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                new AlertCriteria(
                                        FollowedSubject.ofWireName(row.getString(3))
                                                .orElseThrow(),
                                        row.getString(4),
                                        Condition.parse(row.getString(5)),
                                        AlertCauses.parse(row.getString(6)),
                                        Frequency.ofWireName(row.getString(7)).orElseThrow())));
        for (Unconfirmed unconfirmed : waiting) {
            Map<String, ShownPublication> works =
                    publications.readByIds(leader, List.of(unconfirmed.wish().target()));
            ShownPublication work = works.get(unconfirmed.wish().target());
            String failure = send(mails.confirmation(
                    unconfirmed.alert(), unconfirmed.address(), unconfirmed.wish(), work == null ? null : work.name()));
            due(leader, unconfirmed.alert(), failure == null || failure.startsWith(REFUSED));
        }
        return !waiting.isEmpty();
    }

    /** A confirmation is either finished or tried again later. */
    private void due(Connection leader, UUID alert, boolean done) throws SQLException {
        Sql.of("UPDATE app.alert SET due_at = CASE WHEN :done THEN NULL ELSE now() + :wait * interval '1"
                        + " millisecond' END WHERE id = :alert AND state = 'unconfirmed'")
                .with("done", done)
                .with("wait", waits.of(1).toMillis())
                .with("alert", alert)
                .update(leader);
    }

    private void send(Connection leader, PendingDelivery delivery) throws SQLException {
        List<DeliveredChange> told = Deliveries.told(leader, delivery.id());
        if (told.isEmpty()) {
            Deliveries.sent(leader, delivery, "nothing was left to say");
            return;
        }
        String failure = send(mails.digest(delivery, digests.read(leader, delivery, told)));
        if (failure == null) {
            Deliveries.sent(leader, delivery, "taken by the mail server");
            meters.sent();
            return;
        }
        meters.failed();
        Duration wait = waits.of(delivery.attempts() + 1);
        Deliveries.failed(leader, delivery, failure, wait);
        if (failure.startsWith(REFUSED) && Deliveries.blame(leader, delivery, failure, REFUSALS)) {
            meters.disabled();
        }
    }

    /** Null if the mail server accepted the mail, else the reason why not. */
    private String send(MailMessage mail) {
        try {
            client.sendMail(mail).await().atMost(settings.mailTimeout());
            return null;
        } catch (RuntimeException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            boolean refused = cause instanceof SMTPException answer && answer.isPermanent();
            String why = (refused ? REFUSED + ": " : "not sent: ") + cause.getMessage();
            LOG.warnf("A mail was %s", why);
            return why;
        }
    }
}
