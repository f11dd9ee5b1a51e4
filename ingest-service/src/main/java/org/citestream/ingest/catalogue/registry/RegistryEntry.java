package org.citestream.ingest.catalogue.registry;

import java.util.List;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.Required;

/**
 * A registry's record of one publication.
 *
 * @param title null when the registry has none
 * @param type the registry's own word: {@code journal-article}; null when not given
 */
public record RegistryEntry(
        Identifiers identifiers,
        String title,
        List<Author> authors,
        Journal journal,
        PublicationDate date,
        Placement placement,
        String type) {
    public RegistryEntry {
        Required.all(identifiers, journal, date, placement);
        authors = List.copyOf(authors);
    }
}
