package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;

/** The type of a change: the record's type on the topic, and the event of the stream, alerts and webhooks. */
public enum ChangeType {
    STATEMENT_ADDED("StatementAdded"),
    STATEMENT_CHANGED("StatementChanged"),
    STATEMENT_REMOVED("StatementRemoved"),
    REFERENCE_ADDED("ReferenceAdded"),
    REFERENCE_REMOVED("ReferenceRemoved"),
    /** An editorial notice about the work itself. */
    NOTICE_ISSUED("NoticeIssued"),
    /** An editorial notice about a work that it cites. */
    CITED_NOTICE_ISSUED("CitedNoticeIssued"),
    /** No source stands by a notice about the work any more. */
    NOTICE_WITHDRAWN("NoticeWithdrawn"),
    /** The same for a work that it cites, or cited when it was told of the notice. */
    CITED_NOTICE_WITHDRAWN("CitedNoticeWithdrawn");

    /** By the names of the contracts. */
    public static final WireNames<ChangeType> NAMES = new WireNames<>(values(), ChangeType::wireName, "change");

    private final String wireName;

    ChangeType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the contracts. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
