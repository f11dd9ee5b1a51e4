package org.citestream.ingest.statement;

import java.util.List;
import java.util.Objects;
import org.citestream.ingest.article.WireNamed;

/**
 * Whether citing and cited publication share an author.
 *
 * @param shared names of the shared authors as the citing article prints them; empty unless {@code SELF}
 */
public record Relationship(Kind kind, List<String> shared) {
    /** {@code UNKNOWN}: no authors known, or a list cut by "et al." without a match. */
    public enum Kind implements WireNamed {
        SELF,
        INDEPENDENT,
        UNKNOWN
    }

    public Relationship {
        Objects.requireNonNull(kind, "kind");
        shared = List.copyOf(shared);
    }
}
