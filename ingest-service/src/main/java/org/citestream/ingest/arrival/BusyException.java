package org.citestream.ingest.arrival;

/** As many articles as a setting allows are being read, and the wait for a turn was too long. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
