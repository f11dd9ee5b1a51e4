package org.citestream.query.collection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A work in a collection. */
@Entity
@Table(schema = "app", name = "collection_work")
public class CollectedWork extends PanacheEntityBase {

    @Id
    UUID id;

    UUID collection;

    /** CURIE. */
    public String work;

    /** As the list gave it, or null. */
    public String title;

    /** Empty for none. */
    public String note;

    String[] tags;

    @Column(name = "added_at")
    public Instant addedAt;

    long revision;

    boolean removed;

    boolean published;

    static CollectedWork of(UUID collection, String work) {
        CollectedWork made = new CollectedWork();
        made.id = idOf(collection, work);
        made.collection = collection;
        made.work = work;
        made.note = "";
        made.tags = new String[0];
        made.addedAt = WorkCollection.now();
        return made;
    }

    /** The same on every instance. */
    static UUID idOf(UUID collection, String work) {
        return UUID.nameUUIDFromBytes((collection + " " + work).getBytes(StandardCharsets.UTF_8));
    }

    public List<String> tags() {
        return List.of(tags);
    }

    /** There is a new revision, which the topic does not have. */
    void changed() {
        revision++;
        published = false;
    }
}
