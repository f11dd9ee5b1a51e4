package org.citestream.ingest.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.citestream.ingest.article.PublicationId;

/**
 * The id under which to ingest an article.
 *
 * @param id the best one known
 * @param former weaker ids under which the same work may have been ingested before
 */
public record Identity(PublicationId id, List<Former> former) {
    /**
     * A worse id of the same work.
     *
     * @param method what proves it
     * @param score how surely, 0 to 1
     */
    public record Former(PublicationId id, Match.Method method, double score) {
        public Former {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(method, "method");
        }
    }

    public Identity {
        Objects.requireNonNull(id, "id");
        former = List.copyOf(former);
    }

    /** The best id and the former ones. */
    public List<String> all() {
        return Stream.concat(Stream.of(id), former.stream().map(Former::id))
                .map(PublicationId::value)
                .toList();
    }
}
