package org.citestream.query.export;

/** All slots for exports are taken, or all that one client may have. */
public final class TooManyExportsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;

    private TooManyExportsException(boolean ofClient, String message) {
        super(message);
        this.ofClient = ofClient;
    }

    static TooManyExportsException inAll() {
        return new TooManyExportsException(false, "as many exports are running as citestream.export.at-once allows");
    }

    static TooManyExportsException ofClient() {
        return new TooManyExportsException(
                true, "your address has as many exports running as citestream.export.at-once-per-client allows");
    }

    /** Whether the client's own exports are the reason. */
    public boolean isOfClient() {
        return ofClient;
    }
}
