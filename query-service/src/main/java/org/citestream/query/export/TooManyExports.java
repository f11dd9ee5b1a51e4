package org.citestream.query.export;

/** All places for exports are taken, or all that one client may have. */
public final class TooManyExports extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;

    private TooManyExports(boolean ofClient, String message) {
        super(message);
        this.ofClient = ofClient;
    }

    static TooManyExports inAll() {
        return new TooManyExports(false, "as many exports are running as citestream.export.at-once allows");
    }

    static TooManyExports ofClient() {
        return new TooManyExports(
                true, "your address has as many exports running as citestream.export.at-once-per-client allows");
    }

    /** Whether it is this client's own exports that stand in the way. */
    public boolean isOfClient() {
        return ofClient;
    }
}
