package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something changed. */
public enum Cause {
    /** An article was read, for the first time or again. */
    ARTICLE,
    /** An article was withdrawn. */
    WITHDRAWAL,
    /** Two works turned out to be one, or one to be two. */
    IDENTITY,
    /** A person corrected a label. */
    CORRECTION,
    /** Another model classified the same text. */
    MODEL,
    /** A view was rebuilt and differs. */
    REBUILD,
    /** An editorial notice was published or taken back. */
    NOTICE;

    /** By the names of the contracts. */
    public static final WireNames<Cause> NAMES = new WireNames<>(values(), Cause::wireName, "cause");

    /** The name in the contracts. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
