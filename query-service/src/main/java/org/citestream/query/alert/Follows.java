package org.citestream.query.alert;

import java.util.Locale;
import java.util.Optional;

/** What an alert is about: one cited work, the works of an author or a journal, or whatever a search finds. */
public enum Follows {
    WORK,
    AUTHOR,
    JOURNAL,
    SEARCH;

    /** As in JSON, forms and the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Follows> ofWireName(String name) {
        for (Follows follows : values()) {
            if (follows.wireName().equals(name)) {
                return Optional.of(follows);
            }
        }
        return Optional.empty();
    }
}
