package org.citestream.classify.decide.encoder;

/** The encoder cannot be loaded or failed; the service goes on without it. */
public final class EncoderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
