package org.citestream.query.correction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.citestream.query.statement.CitationType;
import org.hibernate.annotations.Immutable;

/** What a person said a statement does; read only. All but ids and withdrawal are null when only its withdrawal has arrived. */
@Entity
@Immutable
@Table(schema = "active", name = "correction")
public class Correction extends PanacheEntityBase {

    @Id
    public String id;

    public UUID statement;

    public String citing;

    @Column(name = "from_type")
    public CitationType fromType;

    @Column(name = "to_type")
    public CitationType toType;

    public String by;

    public String why;

    /** proposed or accepted. */
    public String status;

    public Instant at;

    @Column(name = "withdrawn_by")
    public String withdrawnBy;

    @Column(name = "withdrawn_why")
    public String withdrawnWhy;

    @Column(name = "withdrawn_at")
    public Instant withdrawnAt;
}
