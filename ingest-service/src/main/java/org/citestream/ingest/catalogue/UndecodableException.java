package org.citestream.ingest.catalogue;

/** Bytes of the log that break the contract: set aside, never skipped. */
final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
