package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why something changed. */
public enum Cause {
    /** An article was read, for the first time or again. */
    ARTICLE("article"),
    /** An article was withdrawn. */
    WITHDRAWAL("withdrawal"),
    /** Two works turned out to be one, or one to be two. */
    IDENTITY("identity"),
    /** A person corrected a label. */
    CORRECTION("correction"),
    /** Another model classified the same text. */
    MODEL("model"),
    /** A view was rebuilt and differs. */
    REBUILD("rebuild"),
    /** An editorial notice was published. */
    NOTICE("notice");

    private final String wireName;

    Cause(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the contracts. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The cause of that name, or empty if there is none. */
    public static Optional<Cause> named(String wireName) {
        return Arrays.stream(values())
                .filter(cause -> cause.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * The cause named in the log.
     *
     * @throws IllegalArgumentException for a name that this version does not know
     */
    public static Cause ofWireName(String wireName) {
        return named(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no cause that this version knows; it knows %s".formatted(wireName, wireNames())));
    }

    /** All names, in the order of the contracts. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Cause::wireName).toList();
    }
}
