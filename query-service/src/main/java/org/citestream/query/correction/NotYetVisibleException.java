package org.citestream.query.correction;

/** What was done is in the log and will be seen, but the view is behind. */
public final class NotYetVisibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String correction;

    NotYetVisibleException(String correction) {
        super("The correction " + correction + " is recorded and will be seen once the index has caught up.");
        this.correction = correction;
    }

    /** Its id. */
    public String correction() {
        return correction;
    }
}
