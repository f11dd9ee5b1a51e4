package org.citestream.query.search;

import java.util.List;
import java.util.Objects;
import org.citestream.query.vocabulary.PartialDate;

/**
 * What the index holds of one publication.
 *
 * @param key key in the generation of the view that the index follows
 * @param id CURIE
 * @param authors their names, each followed by the ORCID iD where its bearer has one
 * @param entities whom and what it is listed by
 * @param published date, as precise as known, or null
 * @param orcids of the authors who have one
 * @param statements number of statements about it when it was indexed: only a hint for ranking
 */
public record PublicationDocument(
        long key,
        String id,
        String doi,
        List<String> otherIds,
        String title,
        String abstractText,
        List<String> authors,
        List<String> orcids,
        List<Entity> entities,
        String journal,
        String publicationType,
        String published,
        long statements) {
    public PublicationDocument {
        Objects.requireNonNull(id, "id");
        otherIds = List.copyOf(otherIds);
        authors = List.copyOf(authors);
        orcids = List.copyOf(orcids);
        entities = List.copyOf(entities);
    }

    /** Null for none. */
    Integer year() {
        return PartialDate.yearOf(published);
    }
}
