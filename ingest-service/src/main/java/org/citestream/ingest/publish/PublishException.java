package org.citestream.ingest.publish;

/** The broker did not acknowledge every record; the same call may succeed later. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
