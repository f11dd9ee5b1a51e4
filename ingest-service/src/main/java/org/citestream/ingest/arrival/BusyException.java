package org.citestream.ingest.arrival;

/** The limit on concurrent articles is reached, and no slot became free in time. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
