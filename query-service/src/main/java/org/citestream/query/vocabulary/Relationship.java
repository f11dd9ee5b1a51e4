package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether citing and cited publication share an author. */
public enum Relationship implements Coded {
    UNKNOWN(0, "unknown"),
    SELF(1, "self"),
    INDEPENDENT(2, "independent");

    private static final Vocabulary<Relationship> ALL = new Vocabulary<>(values());

    private final int code;
    private final String wireName;

    Relationship(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** By its name in events; {@link #UNKNOWN} for null and for names that this version does not know. */
    @JsonCreator
    public static Relationship ofWireName(String name) {
        return ALL.ofWireName(name);
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Relationship ofCode(int code) {
        return ALL.ofCode(code);
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter extends CodeConverter<Relationship> {

        public Converter() {
            super(ALL);
        }
    }
}
