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

    /** When the oldest of those counted is counted no longer, at the latest. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
