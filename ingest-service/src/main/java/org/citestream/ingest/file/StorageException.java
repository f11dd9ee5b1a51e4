package org.citestream.ingest.file;

import java.io.IOException;

/** This service could not write a file to disk; the article is not to blame and can be sent again. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(IOException cause) {
        super("The disk of ingest-service does not take the article: " + cause.getMessage(), cause);
    }
}
