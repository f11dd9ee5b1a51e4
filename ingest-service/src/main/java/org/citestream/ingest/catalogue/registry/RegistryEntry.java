package org.citestream.ingest.catalogue.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;

/**
 * A registry's record of one publication.
 *
 * @param title null when the registry has none
 * @param type the registry's own word: {@code journal-article}; null when not given
 * @param updates the editorial notices in it; null for a registry that has none
 */
public record RegistryEntry(
        Identifiers identifiers,
        String title,
        List<Author> authors,
        Journal journal,
        PublicationDate date,
        Placement placement,
        String type,
        CrossrefUpdates updates) {
    public RegistryEntry {
        requireNonNull(identifiers, "identifiers");
        requireNonNull(journal, "journal");
        requireNonNull(date, "date");
        requireNonNull(placement, "placement");
        authors = List.copyOf(authors);
    }
}
