package org.citestream.query.statement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A classifier that statements name; read only. */
@Entity
@Immutable
@Table(schema = "active", name = "model")
public class Model extends PanacheEntityBase {

    @Id
    public Integer key;

    public String name;

    public String version;

    public String checksum;

    /** Whether a second opinion took part; empty when not said. */
    public String encoder;
}
