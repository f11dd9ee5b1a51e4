package org.citestream.query.alert;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.mail.MailAddress;

/** A mail address that alerts go to; nothing else is kept of a person. */
@Entity
@Table(schema = "app", name = "subscriber")
public class Subscriber extends PanacheEntityBase {

    @Id
    public UUID id;

    public String address;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The subscriber with this address, created if new. */
    static Subscriber of(MailAddress address) {
        Optional<Subscriber> known = find("address", address.toString()).firstResultOptional();
        return known.orElseGet(() -> {
            Subscriber made = new Subscriber();
            made.id = UUID.randomUUID();
            made.address = address.toString();
            made.createdAt = Instant.now();
            made.persist();
            return made;
        });
    }
}
