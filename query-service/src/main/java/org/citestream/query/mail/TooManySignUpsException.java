package org.citestream.query.mail;

import java.time.Duration;

/** A limit of sign-ups is reached; nothing was stored or sent. */
public final class TooManySignUpsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    TooManySignUpsException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** The latest time at which the oldest counted sign-up expires. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
