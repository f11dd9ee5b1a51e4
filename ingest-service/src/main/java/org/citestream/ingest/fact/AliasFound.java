package org.citestream.ingest.fact;

import java.time.Instant;
import org.citestream.ingest.article.PublicationId;

/** The same work under a better id; always from a lower to a higher kind, so that no cycle can arise. */
public record AliasFound(String from, String to, String method, double score, Instant foundAt) implements Fact {
    public AliasFound {
        if (new PublicationId(to).kind().compareTo(new PublicationId(from).kind()) >= 0) {
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
