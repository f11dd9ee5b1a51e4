package org.citestream.ingest.file;

import java.io.IOException;

/** The content exceeds a limit; the message names the setting. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
