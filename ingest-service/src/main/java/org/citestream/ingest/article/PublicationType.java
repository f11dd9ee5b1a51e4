package org.citestream.ingest.article;

/** The type of a publication, normalised from the publisher's own terms. */
public enum PublicationType implements WireNamed {
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
    UNKNOWN
}
