package org.citestream.ingest.statement;

import static java.util.Objects.requireNonNull;

import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.WireNamed;

/**
 * A marker that matches no reference: it is reported, never guessed.
 *
 * @param marker its text; empty when the element has none
 * @param target the key it names; null when it names none
 */
public record UnresolvedMarker(String marker, String target, UnresolvedReason reason, Position position) {
    /** Why there is no reference. */
    public enum UnresolvedReason implements WireNamed {
        /** The element points at nothing. */
        NO_TARGET,
        /** The element names a key that no reference has. */
        UNKNOWN_TARGET,
        /** The element names a key that several references have, and no label tells which is meant. */
        AMBIGUOUS_TARGET
    }

    public UnresolvedMarker {
        requireNonNull(marker, "marker");
        requireNonNull(reason, "reason");
        requireNonNull(position, "position");
    }
}
