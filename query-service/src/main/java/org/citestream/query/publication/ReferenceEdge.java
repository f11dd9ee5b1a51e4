package org.citestream.query.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.citestream.query.statement.Relationship;
import org.hibernate.annotations.Immutable;

/** One entry of a citing article's reference list; read only. {@code citing}, {@code cited} and {@code citedAs} are keys of publications. */
@Entity
@Immutable
@IdClass(ReferenceEdge.Key.class)
@Table(schema = "active", name = "reference_edge")
public class ReferenceEdge extends PanacheEntityBase {

    @Id
    public long citing;

    @Id
    public String key;

    public long cited;

    @Column(name = "cited_as")
    public long citedAs;

    public long revision;

    /** Place in the list, from 0. */
    public int ordinal;

    @Column(name = "match_score")
    public float matchScore;

    public Integer year;

    public Relationship relationship;

    @Column(name = "cited_in_text")
    public boolean citedInText;

    @Column(name = "match_method")
    public String matchMethod;

    public String label;

    public String title;

    public String raw;

    @Column(name = "shared_authors")
    public String[] sharedAuthors;

    /** A reference's key is unique within its citing article only. */
    public record Key(long citing, String key) implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
