package org.citestream.query.project.event;

import java.util.List;
import org.citestream.query.vocabulary.Relationship;

/** Whether citing and cited work share an author, and the names of those shared. */
public record StatedRelationship(Relationship kind, List<String> shared) {

    public static final StatedRelationship UNKNOWN = new StatedRelationship(Relationship.UNKNOWN, List.of());

    public StatedRelationship {
        kind = kind == null ? Relationship.UNKNOWN : kind;
        shared = shared == null ? List.of() : List.copyOf(shared);
    }
}
