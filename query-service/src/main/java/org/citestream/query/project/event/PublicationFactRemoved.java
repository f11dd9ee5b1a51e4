package org.citestream.query.project.event;

import java.util.Set;

/**
 * A record without a value: it retracts what its key said before.
 *
 * @param kind {@code fulltext}, {@code registry}, {@code reference}, {@code alias} or {@code notice}
 * @param id the publication named in the key
 */
public record PublicationFactRemoved(String kind, String id) implements PublicationFact {

    private static final Set<String> KINDS = Set.of("fulltext", "registry", "reference", "alias", "notice");

    public PublicationFactRemoved {
        Require.oneOf("the key's kind", KINDS, kind);
        Require.publicationId("the key's id", id);
    }

    /** Parses a key such as {@code fulltext doi:10.5555/x} or {@code notice doi:10.5555/x retraction 2022}. */
    static PublicationFactRemoved ofKey(String key) {
        String[] parts = key.split(" ", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("key is not of the form 'KIND ID': " + key);
        }
        return new PublicationFactRemoved(parts[0], parts[1]);
    }
}
