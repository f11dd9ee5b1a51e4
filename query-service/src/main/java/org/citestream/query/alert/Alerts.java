package org.citestream.query.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;
import org.citestream.query.problem.BadParameterException;

/** The alerts that the holder of a signed token may see and change. Thread-safe. */
@ApplicationScoped
public class Alerts {

    private static final int DELIVERIES = 20;

    private final EntityManager database;
    private final SignedLinks links;
    private final AlertLoops loops;

    Alerts(EntityManager database, SignedLinks links, AlertLoops loops) {
        this.database = database;
        this.links = links;
        this.loops = loops;
    }

    /**
     * What a token opens.
     *
     * @param address the mail address; null for a webhook
     */
    public record OpenedAlerts(String address, List<Alert> alerts) {

        public OpenedAlerts {
            alerts = List.copyOf(alerts);
        }

        public Optional<Alert> alert(UUID id) {
            return alerts.stream().filter(alert -> alert.id.equals(id)).findFirst();
        }
    }

    /**
     * The alerts that a subscriber's token opens, or the one alert of a webhook's token; empty if the token is not, or
     * no longer, valid.
     */
    @Transactional
    public Optional<OpenedAlerts> open(String token) {
        Optional<OpenedAlerts> mine = links.about(Purpose.SUBSCRIBER, token)
                .flatMap(id -> Subscriber.<Subscriber>findByIdOptional(id))
                .map(subscriber -> new OpenedAlerts(subscriber.address, Alert.of(subscriber)));
        return mine.isPresent()
                ? mine
                : links.about(Purpose.WEBHOOK, token)
                        .flatMap(id -> Alert.<Alert>findByIdOptional(id))
                        .map(alert -> new OpenedAlerts(null, List.of(alert)));
    }

    /** The token that opens the alert: of a webhook this alone, of a mail address all of its alerts. */
    public String token(Alert alert) {
        return alert.subscriber == null
                ? links.token(Purpose.WEBHOOK, alert.id)
                : links.token(Purpose.SUBSCRIBER, alert.subscriber.id);
    }

    /** Whether a link that ends an alert is genuine, even if the alert has ended since. */
    public boolean isUnsubscribeLink(String token) {
        return links.about(Purpose.UNSUBSCRIBE, token).isPresent();
    }

    /** The latest deliveries of an alert. */
    @Transactional
    public List<AlertDelivery> deliveries(UUID alert) {
        return AlertDelivery.latest(alert, DELIVERIES);
    }

    /** The parts of an alert that can be changed; null leaves a part as it is. */
    public record AlertEdit(Condition condition, AlertCauses causes, Frequency frequency) {}

    /** Changes an alert; empty if the token does not open it. */
    @Transactional
    public Optional<Alert> edit(String token, UUID id, AlertEdit edit) {
        Optional<Alert> alert = open(token).flatMap(opened -> opened.alert(id));
        alert.ifPresent(changed -> {
            AlertCriteria before = changed.wish();
            AlertCriteria after = new AlertCriteria(
                    before.follows(),
                    before.target(),
                    edit.condition == null ? before.condition() : edit.condition,
                    edit.causes == null ? before.causes() : edit.causes,
                    edit.frequency == null ? before.frequency() : edit.frequency);
            if (Alert.same(changed.subscriber, after)
                    .filter(other -> !other.id.equals(id))
                    .isPresent()) {
                throw new BadParameterException("condition", "another alert of this address is the same already");
            }
            changed.condition = after.condition().toString();
            changed.causes = after.causes().toString();
            changed.frequency = after.frequency().wireName();
        });
        return alert;
    }

    /** Re-enables an alert that failures had disabled; what matched in the meantime goes out. */
    @Transactional
    public Optional<Alert> enable(String token, UUID id) {
        Optional<Alert> alert = open(token).flatMap(opened -> opened.alert(id));
        alert.ifPresent(Alert::enable);
        loops.wake();
        return alert;
    }

    /** Sends everything after a sequence number again, as new deliveries with the changes as they were. */
    @Transactional
    public Optional<Alert> replay(String token, UUID id, long from) {
        Optional<Alert> alert = open(token).flatMap(opened -> opened.alert(id));
        alert.ifPresent(replayed -> {
            replayed.replayUntil = ((Number) database.createNativeQuery("SELECT last_sequence FROM app.alert_progress")
                            .getSingleResult())
                    .longValue();
            replayed.replayFrom = Math.min(from, replayed.replayUntil);
        });
        loops.wake();
        return alert;
    }

    /**
     * Deletes one alert, and the mail address with its last one. Returns false if the token does not open the alert.
     */
    @Transactional
    public boolean end(String token, UUID id) {
        Optional<Alert> alert = open(token).flatMap(opened -> opened.alert(id));
        alert.ifPresent(this::end);
        return alert.isPresent();
    }

    /** The alert that a link with this purpose refers to; empty if it was deleted or the link is forged or expired. */
    @Transactional
    public Optional<Alert> behind(Purpose purpose, String token) {
        return links.about(purpose, token).flatMap(id -> Alert.<Alert>findByIdOptional(id));
    }

    /** Deletes the alert that the link refers to. Doing so twice is not an error; returns false for a forged link. */
    @Transactional
    public boolean unsubscribe(String token) {
        Optional<UUID> id = links.about(Purpose.UNSUBSCRIBE, token);
        id.flatMap(known -> Alert.<Alert>findByIdOptional(known)).ifPresent(this::end);
        return id.isPresent();
    }

    /** Deletes a mail address with all its alerts and deliveries; returns false if the token is not valid for one. */
    @Transactional
    public boolean forget(String token) {
        return links.about(Purpose.SUBSCRIBER, token)
                .map(id -> delete("subscriber", id) > 0)
                .orElse(false);
    }

    private void end(Alert alert) {
        Subscriber subscriber = alert.subscriber;
        delete("alert", alert.id);
        if (subscriber != null && Alert.count("subscriber", subscriber) == 0) {
            delete("subscriber", subscriber.id);
        }
    }

    /** In SQL, because the database cascades the deletion. */
    private int delete(String table, UUID id) {
        int deleted = database.createNativeQuery("DELETE FROM app." + table + " WHERE id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        database.clear();
        return deleted;
    }
}
