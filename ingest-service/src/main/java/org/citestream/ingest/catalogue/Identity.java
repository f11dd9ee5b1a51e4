package org.citestream.ingest.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.citestream.ingest.article.PublicationId;

/**
 * Under which id an article is to be read.
 *
 * @param id the best one known
 * @param former worse ids that the same work may have been read under before
 */
public record Identity(PublicationId id, List<PublicationId> former) {
    public Identity {
        Objects.requireNonNull(id, "id");
        former = List.copyOf(former);
    }

    /** The best id and the former ones. */
    public List<String> all() {
        return Stream.concat(Stream.of(id), former.stream())
                .map(PublicationId::value)
                .toList();
    }
}
