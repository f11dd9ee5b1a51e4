package org.citestream.query.ops.cluster;

/** The broker does not answer; retrying may help. */
public final class ClusterUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterUnavailableException(Throwable cause) {
        super("the broker does not answer: " + cause.getMessage(), cause);
    }
}
