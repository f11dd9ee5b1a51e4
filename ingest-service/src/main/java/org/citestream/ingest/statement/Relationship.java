package org.citestream.ingest.statement;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether citing and cited publication share an author.
 *
 * @param shared names of the shared authors as the citing article prints them; empty unless {@code SELF}
 */
public record Relationship(Kind kind, List<String> shared) {
    /** {@code UNKNOWN}: no authors known, or a list cut by "et al." without a match. */
    public enum Kind {
        SELF,
        INDEPENDENT,
        UNKNOWN;

        /** The word on the wire: {@code self}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Relationship {
        Objects.requireNonNull(kind, "kind");
        shared = List.copyOf(shared);
    }
}
