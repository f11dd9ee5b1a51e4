package org.citestream.query.view;

import java.util.List;

/** A publication for a test; null is unknown. */
public record Work(
        String id,
        String title,
        List<String> authors,
        String journal,
        String published,
        String publicationType,
        List<String> notices) {

    public Work {
        authors = List.copyOf(authors);
        notices = List.copyOf(notices);
    }

    public static Work of(String id) {
        return new Work(id, null, List.of(), null, null, null, List.of());
    }

    public static Work of(String id, String title, String published) {
        return new Work(id, title, List.of(), null, published, null, List.of());
    }

    public Work by(String... names) {
        return new Work(id, title, List.of(names), journal, published, publicationType, notices);
    }

    public Work in(String itsJournal, String type) {
        return new Work(id, title, authors, itsJournal, published, type, notices);
    }

    public Work noticed(String... kinds) {
        return new Work(id, title, authors, journal, published, publicationType, List.of(kinds));
    }

    public Integer year() {
        return published == null ? null : Integer.valueOf(published.substring(0, 4));
    }
}
