package org.citestream.ingest.article;

/** In what kind of text a marker stands. */
public enum Position implements WireNamed {
    BODY,
    CAPTION,
    TABLE,
    FOOTNOTE,
    ABSTRACT,
    HEADING
}
