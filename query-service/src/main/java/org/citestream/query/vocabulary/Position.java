package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** In what kind of text a statement stands. */
public enum Position implements Coded {
    UNKNOWN(0, "unknown"),
    BODY(1, "body"),
    CAPTION(2, "caption"),
    TABLE(3, "table"),
    FOOTNOTE(4, "footnote"),
    ABSTRACT(5, "abstract"),
    HEADING(6, "heading");

    private static final Vocabulary<Position> ALL = new Vocabulary<>(values());

    private final int code;
    private final String wireName;

    Position(int code, String wireName) {
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
    public static Position ofWireName(String name) {
        return ALL.ofWireName(name);
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Position ofCode(int code) {
        return ALL.ofCode(code);
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter extends CodeConverter<Position> {

        public Converter() {
            super(ALL);
        }
    }
}
