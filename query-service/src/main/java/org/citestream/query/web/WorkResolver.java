package org.citestream.query.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.WrittenId;

/** Finds the work that somebody means by an id, however it is written. Thread-safe. */
@Singleton
public record WorkResolver(Snapshot snapshot, PublicationReader publications) {

    /** The id that the words mean if the index knows it; a bare number may be one of PubMed's. */
    public Optional<String> known(String words) {
        String stripped = words.strip();
        Optional<String> curie = WrittenId.toCurie(stripped.matches("\\d{1,9}") ? "pmid:" + stripped : stripped);
        return curie.filter(id ->
                snapshot.read(connection -> publications.find(connection, id)).isPresent());
    }
}
