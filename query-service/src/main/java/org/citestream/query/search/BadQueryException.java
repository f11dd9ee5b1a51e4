package org.citestream.query.search;

/** The words are not a valid query. */
public final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int position;

    BadQueryException(String message, int position) {
        super("at character " + (position + 1) + ": " + message);
        this.position = position;
    }

    /** 0-based, in UTF-16 code units of the query. */
    public int position() {
        return position;
    }
}
