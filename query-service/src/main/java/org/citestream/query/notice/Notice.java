package org.citestream.query.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An editorial notice; read only. {@code publication} is the key of the id as said, not of its root. */
@Entity
@Immutable
@Table(schema = "active", name = "notice")
public class Notice extends PanacheEntityBase {

    @Id
    public String key;

    public long publication;

    /** retraction, withdrawal, expression-of-concern, erratum, correction. */
    public String kind;

    public String date;

    /** Id of the publication that gives notice. */
    public String notice;

    public String[] urls;

    public String source;

    /** Taken back: not to be shown. */
    public boolean removed;
}
