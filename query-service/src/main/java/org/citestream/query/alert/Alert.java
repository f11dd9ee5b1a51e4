package org.citestream.query.alert;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A request to be notified of changes, by mail (with a subscriber) or by webhook (with a URL). */
@Entity
@Table(schema = "app", name = "alert")
public class Alert extends PanacheEntityBase {

    static final String UNCONFIRMED = "unconfirmed";
    static final String ACTIVE = "active";
    static final String DISABLED = "disabled";

    @Id
    public UUID id;

    /** Null for a webhook. */
    @ManyToOne
    @JoinColumn(name = "subscriber")
    public Subscriber subscriber;

    /** Null for a mail. */
    public String url;

    /** The key that signs a webhook's calls. */
    @Column(name = "webhook_secret")
    public String webhookSecret;

    /** Wire name of {@link FollowedSubject}. */
    public String follows;

    /** CURIE, name of an author, title of a journal, or the words of a search. */
    public String target;

    /** As {@link Condition#toString()} writes it. */
    public String condition;

    /** As {@link AlertCauses#toString()} writes them. */
    public String causes;

    /** Wire name of {@link Frequency}. */
    public String frequency;

    /** unconfirmed, active or disabled. */
    public String state;

    /** Why it is disabled, or null. */
    public String reason;

    /** Deliveries that failed in a row. */
    public int failures;

    @Column(name = "from_sequence")
    public long fromSequence;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "delivered_at")
    public Instant deliveredAt;

    @Column(name = "replay_from")
    public Long replayFrom;

    @Column(name = "replay_until")
    public Long replayUntil;

    @Column(name = "created_at")
    public Instant createdAt;

    /** A new alert, not in force yet. */
    static Alert of(AlertCriteria wish) {
        Alert alert = new Alert();
        alert.id = UUID.randomUUID();
        alert.follows = wish.follows().wireName();
        alert.target = wish.target();
        alert.condition = wish.condition().toString();
        alert.causes = wish.causes().toString();
        alert.frequency = wish.frequency().wireName();
        alert.state = UNCONFIRMED;
        alert.createdAt = Instant.now();
        return alert;
    }

    /** The same alert of the same subscriber, if there already is one. */
    static Optional<Alert> same(Subscriber subscriber, AlertCriteria wish) {
        return find(
                        "subscriber = ?1 and follows = ?2 and target = ?3 and condition = ?4 and causes = ?5"
                                + " and frequency = ?6",
                        subscriber,
                        wish.follows().wireName(),
                        wish.target(),
                        wish.condition().toString(),
                        wish.causes().toString(),
                        wish.frequency().wireName())
                .firstResultOptional();
    }

    static List<Alert> of(Subscriber subscriber) {
        return list("subscriber = ?1 order by createdAt, id", subscriber);
    }

    /** The criteria as they were requested. */
    public AlertCriteria wish() {
        return new AlertCriteria(
                FollowedSubject.ofWireName(follows).orElseThrow(),
                target,
                Condition.parse(condition),
                AlertCauses.parse(causes),
                Frequency.ofWireName(frequency).orElseThrow());
    }

    /** Puts the alert in force for changes after this sequence number. */
    void confirm(long lastSequence) {
        if (state.equals(UNCONFIRMED)) {
            fromSequence = lastSequence;
            state = ACTIVE;
        }
    }

    /** Puts the alert in force again after failures; what matched in the meantime goes out now. */
    void enable() {
        if (state.equals(DISABLED)) {
            state = ACTIVE;
            reason = null;
            failures = 0;
            dueAt = Instant.now();
            AlertDelivery.tryNow(id);
        }
    }
}
