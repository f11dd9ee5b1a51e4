package org.citestream.ingest.statement;

import java.util.Locale;
import java.util.Objects;
import org.citestream.ingest.article.Position;

/**
 * A marker that leads to no reference: reported, never guessed.
 *
 * @param marker its text; empty when the element has none
 * @param target the key it names; null when it names none
 */
public record UnresolvedMarker(String marker, String target, UnresolvedReason reason, Position position) {
    /** Why there is no reference. */
    public enum UnresolvedReason {
        /** The element points at nothing. */
        NO_TARGET,
        /** The element names a key that no reference has. */
        UNKNOWN_TARGET,
        /** The element names a key that several references have, and no label tells which is meant. */
        AMBIGUOUS_TARGET;

        /** The word on the wire: {@code no-target}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public UnresolvedMarker {
        Objects.requireNonNull(marker, "marker");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(position, "position");
    }
}
