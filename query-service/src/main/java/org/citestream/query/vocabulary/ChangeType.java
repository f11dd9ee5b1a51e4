package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    CITED_NOTICE_ISSUED("CitedNoticeIssued");

    private final String wireName;

    ChangeType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the contracts. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The type of that name, or empty if there is none. */
    public static Optional<ChangeType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * The type named in the log.
     *
     * @throws IllegalArgumentException for a name that this version does not know
     */
    public static ChangeType ofWireName(String wireName) {
        return named(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no change that this version knows; it knows %s".formatted(wireName, wireNames())));
    }

    /** All names, in the order of the contracts. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(ChangeType::wireName).toList();
    }
}
