package org.citestream.ingest.catalogue;

/** The catalogue's database did not answer; the same call may succeed later. */
public final class CatalogueUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogueUnavailableException(Throwable cause) {
        super("The catalogue's database did not answer: " + cause.getMessage(), cause);
    }
}
