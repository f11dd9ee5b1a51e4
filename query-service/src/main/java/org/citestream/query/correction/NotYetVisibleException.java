package org.citestream.query.correction;

/** The change is in the log and will become visible, but the view is behind. */
public final class NotYetVisibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String correction;

    NotYetVisibleException(String correction) {
        super("The correction " + correction + " is recorded and will be seen once the index has caught up.");
        this.correction = correction;
    }

    /** The id of the correction. */
    public String correction() {
        return correction;
    }
}
