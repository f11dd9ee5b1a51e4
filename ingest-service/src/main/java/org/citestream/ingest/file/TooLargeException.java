package org.citestream.ingest.file;

import java.io.IOException;

/** More arrived than a setting allows; the message names it. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
