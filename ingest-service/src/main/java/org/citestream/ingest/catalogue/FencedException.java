package org.citestream.ingest.catalogue;

/** Another instance has moved a partition's offset on: this batch is not ours any more. */
final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException(String message) {
        super(message);
    }
}
