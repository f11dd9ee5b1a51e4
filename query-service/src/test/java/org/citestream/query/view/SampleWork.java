package org.citestream.query.view;

import java.util.List;

/** A publication for a test; null is unknown. */
public record SampleWork(
        String id,
        String title,
        List<String> authors,
        String journal,
        String published,
        String publicationType,
        List<String> notices) {

    public SampleWork {
        authors = List.copyOf(authors);
        notices = List.copyOf(notices);
    }

    public static SampleWork of(String id) {
        return new SampleWork(id, null, List.of(), null, null, null, List.of());
    }

    public static SampleWork of(String id, String title, String published) {
        return new SampleWork(id, title, List.of(), null, published, null, List.of());
    }

    public SampleWork by(String... names) {
        return new SampleWork(id, title, List.of(names), journal, published, publicationType, notices);
    }

    public SampleWork in(String itsJournal, String type) {
        return new SampleWork(id, title, authors, itsJournal, published, type, notices);
    }

    public SampleWork noticed(String... kinds) {
        return new SampleWork(id, title, authors, journal, published, publicationType, List.of(kinds));
    }

    public Integer year() {
        return published == null ? null : Integer.valueOf(published.substring(0, 4));
    }
}
