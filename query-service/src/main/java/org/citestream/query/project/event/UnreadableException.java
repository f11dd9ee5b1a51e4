package org.citestream.query.project.event;

import org.citestream.kit.deadletter.Category;

/** A record that can never become rows as it is, and must be parked. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Category category;

    public UnreadableException(Category category, String reason, Throwable cause) {
        super(UnstorableText.keepable(String.valueOf(reason)), cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
