package org.citestream.query.collection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A named list of works. */
@Entity
@Table(schema = "app", name = "collection")
public class WorkCollection extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    /** Empty for none. */
    public String description;

    /** Name of the key that made it. */
    public String owner;

    /** Whether everybody may read it. */
    public boolean open;

    /** What the signed link for readers is about. */
    @Column(name = "read_link")
    public UUID readLink;

    /** What the signed link for editors is about. */
    @Column(name = "edit_link")
    public UUID editLink;

    @Column(name = "created_at")
    public Instant createdAt;

    /** When it, or a work in it, was last changed. */
    @Column(name = "changed_at")
    public Instant changedAt;

    long revision;

    boolean removed;

    boolean published;

    static WorkCollection of(String owner) {
        WorkCollection made = new WorkCollection();
        made.id = UUID.randomUUID();
        made.owner = owner;
        made.readLink = UUID.randomUUID();
        made.editLink = UUID.randomUUID();
        made.changed();
        made.createdAt = made.changedAt;
        return made;
    }

    /** There is a new revision, which the topic does not have. */
    void changed() {
        revision++;
        changedAt = now();
        published = false;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
