package org.citestream.ingest.article;

import java.util.Locale;

/** In what kind of text a marker stands. */
public enum Position {
    BODY,
    CAPTION,
    TABLE,
    FOOTNOTE,
    ABSTRACT,
    HEADING;

    /** The word on the wire: {@code body}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
