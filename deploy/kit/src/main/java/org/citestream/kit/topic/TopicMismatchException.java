package org.citestream.kit.topic;

/** A topic exists, but not as the contract needs it: somebody has to change it, waiting does not help. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicMismatchException(String message) {
        super(message);
    }
}
