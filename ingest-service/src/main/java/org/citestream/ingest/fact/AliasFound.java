package org.citestream.ingest.fact;

import java.time.Instant;
import org.citestream.ingest.article.PublicationId;

/**
 * The same work under a better id: from a lower to a higher kind, or from one {@code ref:} id that no reading makes any more
 * to the one that took its place, so that no circle lasts.
 */
public record AliasFound(String from, String to, String method, double score, Instant foundAt) implements Fact {
    public AliasFound {
        PublicationId.Scheme kind = new PublicationId(from).kind();
        int better = new PublicationId(to).kind().compareTo(kind);
        boolean replaced = better == 0 && kind == PublicationId.Scheme.REF && !from.equals(to);
        if (better >= 0 && !replaced) {
            throw new IllegalArgumentException("an alias leads to a better kind of id, not from " + from + " to " + to);
        }
    }

    /** The key of the alias that leads away from this id. */
    public static String keyOf(String from) {
        return "alias " + from;
    }

    @Override
    public Stream stream() {
        return Stream.PUBLICATIONS;
    }

    @Override
    public String recordKey() {
        return keyOf(from);
    }

    @Override
    public String about() {
        return from;
    }

    @Override
    public long headerRevision() {
        return 0;
    }
}
