package org.citestream.query.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/** Titles of works by their ids. Thread-safe. */
@Singleton
record WorkTitles(Snapshot snapshot, PublicationReader publications) {

    /** Null if the work is not known. */
    String of(String curie) {
        ShownPublication work = snapshot.read(
                connection -> publications.readByIds(connection, List.of(curie)).get(curie));
        return work == null ? null : work.name();
    }
}
