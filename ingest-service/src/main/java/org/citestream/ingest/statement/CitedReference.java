package org.citestream.ingest.statement;

import java.util.Objects;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;

/** An entry of the reference list and the publication it cites. */
public record CitedReference(Reference reference, PublicationId cited, Relationship relationship) {
    public CitedReference {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(cited, "cited");
        Objects.requireNonNull(relationship, "relationship");
    }
}
