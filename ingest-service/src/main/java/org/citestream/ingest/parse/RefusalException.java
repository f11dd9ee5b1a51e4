package org.citestream.ingest.parse;

/** Leaves the readers from any depth; {@link ArticleParser} adds the place and makes it the public exception. */
final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UnreadableArticleException.Reason reason;

    RefusalException(UnreadableArticleException.Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static RefusalException limit(String name, long most) {
        return new RefusalException(
                UnreadableArticleException.Reason.LIMIT,
                "more than " + most + " " + name + "; the limit is the setting citestream.limits." + name);
    }

    UnreadableArticleException.Reason reason() {
        return reason;
    }
}
