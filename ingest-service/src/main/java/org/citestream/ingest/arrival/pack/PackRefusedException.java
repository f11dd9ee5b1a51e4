package org.citestream.ingest.arrival.pack;

import java.io.IOException;

/** A package breaks a limit or its own format; what came before it in the package is in. */
public final class PackRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public PackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
