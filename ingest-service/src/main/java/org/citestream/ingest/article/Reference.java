package org.citestream.ingest.article;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An entry of the reference list.
 *
 * @param key the XML's own id of the entry, else its 1-based place as {@code #12}
 * @param label as printed: {@code 12}, {@code Smith 2001}; null when not given
 * @param title title of the cited work
 * @param authorsTruncated whether the list of authors was cut by "et al."
 * @param container journal or book
 * @param raw the entry as plain text
 */
public record Reference(
        String key,
        String label,
        Identifiers identifiers,
        String title,
        List<Author> authors,
        boolean authorsTruncated,
        String container,
        Integer year,
        Placement placement,
        String raw) {
    public Reference {
        requireNonNull(key, "key");
        requireNonNull(identifiers, "identifiers");
        requireNonNull(placement, "placement");
        requireNonNull(raw, "raw");
        authors = List.copyOf(authors);
    }
}
