package org.citestream.query.alert;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The contents of one mail or one call of a webhook. */
@Entity
@Table(schema = "app", name = "alert_delivery")
public class AlertDelivery extends PanacheEntityBase {

    /** Stays the same on a repeat: it becomes the Message-ID of the mail, or {@code webhook-id}. */
    @Id
    public UUID id;

    public UUID alert;

    /** pending or sent. */
    public String state;

    @Column(name = "first_sequence")
    public long firstSequence;

    @Column(name = "last_sequence")
    public long lastSequence;

    public int changes;

    public int attempts;

    @Column(name = "next_at")
    public Instant nextAt;

    /** The result of the last attempt. */
    public String outcome;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "sent_at")
    public Instant sentAt;

    /** The newest first. */
    static List<AlertDelivery> latest(UUID alert, int most) {
        return find("alert = ?1 order by createdAt desc, id", alert)
                .page(0, most)
                .list();
    }

    static void tryNow(UUID alert) {
        update("nextAt = ?1 where alert = ?2 and state = 'pending'", Instant.now(), alert);
    }
}
