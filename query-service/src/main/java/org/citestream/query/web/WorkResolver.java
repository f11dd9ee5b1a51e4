package org.citestream.query.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.WrittenId;

/** Finds the work with an id, however that is written. Thread-safe. */
@Singleton
public record WorkResolver(Snapshot snapshot, PublicationReader publications) {

    /** The id in the text if the index knows it; a bare number may be a PubMed id. */
    public Optional<String> known(String words) {
        String stripped = words.strip();
        Optional<String> curie = WrittenId.toCurie(stripped.matches("\\d{1,9}") ? "pmid:" + stripped : stripped);
        return curie.filter(id ->
                snapshot.read(connection -> publications.find(connection, id)).isPresent());
    }
}
