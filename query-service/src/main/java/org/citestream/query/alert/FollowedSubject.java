package org.citestream.query.alert;

import java.util.Locale;
import java.util.Optional;

/** What an alert is about: one cited work, the works of an author, a journal or a collection, or whatever a search finds. */
public enum FollowedSubject {
    WORK,
    AUTHOR,
    JOURNAL,
    SEARCH,
    COLLECTION;

    /** As in JSON, forms and the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FollowedSubject> ofWireName(String name) {
        for (FollowedSubject follows : values()) {
            if (follows.wireName().equals(name)) {
                return Optional.of(follows);
            }
        }
        return Optional.empty();
    }
}
