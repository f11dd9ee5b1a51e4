package org.citestream.ingest.article;

/** The kind of text that contains a marker. */
public enum Position implements WireNamed {
    BODY,
    CAPTION,
    TABLE,
    FOOTNOTE,
    ABSTRACT,
    HEADING
}
