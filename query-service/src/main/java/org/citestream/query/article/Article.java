package org.citestream.query.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What a citing article has said of its own readings; read only. */
@Entity
@Immutable
@Table(schema = "active", name = "article")
public class Article extends PanacheEntityBase {

    /** Key of the publication. */
    @Id
    public Long citing;

    @Column(name = "closed_revision")
    public long closedRevision;

    @Column(name = "withdrawn_revision")
    public long withdrawnRevision;

    @Column(name = "seen_revision")
    public long seenRevision;

    @Column(name = "seen_at")
    public Instant seenAt;

    @Column(name = "expected_statements")
    public int expectedStatements;

    @Column(name = "expected_references")
    public int expectedReferences;

    @Column(name = "references_resolved")
    public int referencesResolved;

    public int unresolved;

    public String digest;

    public String extractor;

    public String format;

    @Column(name = "closed_at")
    public Instant closedAt;

    public String why;

    @Column(name = "superseded_by")
    public String supersededBy;

    @Column(name = "withdrawn_at")
    public Instant withdrawnAt;
}
