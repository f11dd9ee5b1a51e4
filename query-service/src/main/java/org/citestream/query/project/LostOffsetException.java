package org.citestream.query.project;

/** The log does not hold the record to be read next: going on would lose facts silently. */
final class LostOffsetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostOffsetException(String message) {
        super(message);
    }

    LostOffsetException(String message, Throwable cause) {
        super(message, cause);
    }
}
