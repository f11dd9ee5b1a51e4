package org.citestream.classify.intake;

/** A topic is not as {@code topics.yaml} wants it; nothing runs until someone mends the one or the other. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicMismatchException(String message) {
        super(message);
    }
}
