package org.citestream.query.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.FollowedCollections;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/** Titles and pages of what alerts follow by an id. Thread-safe. */
@Singleton
record WorkTitles(Snapshot snapshot, PublicationReader publications, FollowedCollections collections) {

    /** The title of a work, the name of a collection; null if it is not known, or what is followed has a name itself. */
    String of(AlertCriteria followed) {
        return switch (followed.follows()) {
            case WORK -> of(followed.target());
            case COLLECTION -> collections.name(followed.target()).orElse(null);
            case AUTHOR, JOURNAL, SEARCH -> null;
        };
    }

    /** Where what is followed is shown; null if alerts do not say so. */
    String page(AlertCriteria followed) {
        return switch (followed.follows()) {
            case WORK -> Wording.report(followed.target());
            case COLLECTION -> collections.page(followed.target()).orElse(null);
            case AUTHOR, JOURNAL, SEARCH -> null;
        };
    }

    private String of(String curie) {
        ShownPublication work = snapshot.read(
                connection -> publications.readByIds(connection, List.of(curie)).get(curie));
        return work == null ? null : work.name();
    }
}
