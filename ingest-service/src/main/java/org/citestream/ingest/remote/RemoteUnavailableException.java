package org.citestream.ingest.remote;

import java.net.URI;

/** A server did not answer in time, refused, or answered what it should not; asking again later may work. */
public final class RemoteUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RemoteUnavailableException(URI asked, String why, Throwable cause) {
        super(asked.getAuthority() + " did not serve " + asked.getPath() + ": " + why, cause);
    }
}
