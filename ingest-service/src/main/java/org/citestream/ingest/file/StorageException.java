package org.citestream.ingest.file;

import java.io.IOException;

/** The disk of this service did not take a file; the article is not to blame, and may come again. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(IOException cause) {
        super("The disk of ingest-service does not take the article: " + cause.getMessage(), cause);
    }
}
