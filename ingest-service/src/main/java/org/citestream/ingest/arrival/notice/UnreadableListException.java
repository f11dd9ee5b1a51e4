package org.citestream.ingest.arrival.notice;

/** The file is no list of notices: a column or field is missing, or it is neither CSV nor JSON; the message says where. */
final class UnreadableListException extends Exception {
    private static final long serialVersionUID = 1L;
    private final long line;

    UnreadableListException(String message, long line, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** 1-based; 0 if unknown. */
    long line() {
        return line;
    }
}
