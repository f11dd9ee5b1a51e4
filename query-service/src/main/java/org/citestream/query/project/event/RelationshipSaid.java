package org.citestream.query.project.event;

import java.util.List;
import org.citestream.query.vocabulary.Relationship;

/** Whether citing and cited work share an author, and the names of those shared. */
public record RelationshipSaid(Relationship kind, List<String> shared) {

    public static final RelationshipSaid UNKNOWN = new RelationshipSaid(Relationship.UNKNOWN, List.of());

    public RelationshipSaid {
        kind = kind == null ? Relationship.UNKNOWN : kind;
        shared = shared == null ? List.of() : List.copyOf(shared);
    }
}
