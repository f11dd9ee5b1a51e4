package org.citestream.ingest.article;

import java.util.List;

/** Where a publication appeared: a journal or, for a part of a book, the book. */
public record Journal(String title, String abbreviation, List<String> issns, String publisher) {
    public static final Journal UNKNOWN = new Journal(null, null, List.of(), null);

    public Journal {
        issns = List.copyOf(issns);
    }
}
