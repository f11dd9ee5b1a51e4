package org.citestream.ingest.parse;

import java.util.Objects;
import org.citestream.ingest.article.WireNamed;

/** The file is no article that can be read; the message says what is wrong, line and column say where. */
public final class UnreadableArticleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why an article is refused. */
    public enum Reason implements WireNamed {
        /** Many files in one, which is sent elsewhere. */
        ARCHIVE,
        /** The bytes are not XML at all. */
        NOT_XML,
        /** XML begins but breaks its rules, or ends too early. */
        NOT_WELL_FORMED,
        /** Well-formed, but no article of a vocabulary that is read here. */
        WRONG_ROOT,
        /** A limit was reached; the message names it. */
        LIMIT,
        /** Neither an id nor a title. */
        NO_IDENTITY
    }

    private final Reason reason;
    private final int line;
    private final int column;

    /**
     * @param line 1-based, or -1 when unknown
     * @param column 1-based, or -1 when unknown
     */
    public UnreadableArticleException(Reason reason, String message, int line, int column) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.line = line;
        this.column = column;
    }

    public Reason reason() {
        return reason;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
