package org.citestream.query.correction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;

/** A proposal that waits for its author to follow the link in a mail. */
@Entity
@Table(schema = "app", name = "mailed_proposal")
class MailedProposal extends PanacheEntityBase {

    @Id
    UUID id;

    UUID statement;

    @Column(name = "to_type")
    CitationType to;

    String why;

    String by;

    Instant until;
}
