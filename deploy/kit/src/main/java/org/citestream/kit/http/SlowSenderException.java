package org.citestream.kit.http;

import java.io.IOException;

/** A client sends a body more slowly than allowed. */
public final class SlowSenderException extends IOException {

    private static final long serialVersionUID = 1L;

    SlowSenderException(long bytes, long seconds) {
        super("only %d bytes came in %d s of waiting for them".formatted(bytes, seconds));
    }
}
