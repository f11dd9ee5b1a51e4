package org.citestream.ingest.catalogue;

/** Another instance has advanced a partition's offset: this batch is no longer ours. */
final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException(String message) {
        super(message);
    }
}
