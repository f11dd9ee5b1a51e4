package org.citestream.ingest.article;

import java.util.Locale;

/** What sort of publication it is, after the publisher's own words are levelled. */
public enum PublicationType {
    RESEARCH_ARTICLE,
    REVIEW,
    SYSTEMATIC_REVIEW,
    CASE_REPORT,
    SHORT_REPORT,
    METHODS,
    DATA,
    PROTOCOL,
    PREPRINT,
    EDITORIAL,
    COMMENTARY,
    LETTER,
    NEWS,
    BOOK_REVIEW,
    BOOK,
    BOOK_CHAPTER,
    CONFERENCE_PAPER,
    THESIS,
    RETRACTION,
    EXPRESSION_OF_CONCERN,
    CORRECTION,
    PEER_REVIEW,
    OTHER,
    UNKNOWN;

    /** The word on the wire: {@code research-article}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
