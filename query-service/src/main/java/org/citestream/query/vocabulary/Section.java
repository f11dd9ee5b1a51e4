package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where in an article a statement stands, as the classifier normalised it. Absent on the wire when unknown. */
public enum Section implements Coded {
    UNKNOWN(0, "unknown"),
    INTRODUCTION(1, "introduction"),
    METHODS(2, "methods"),
    RESULTS(3, "results"),
    DISCUSSION(4, "discussion"),
    OTHER(5, "other");

    private static final Vocabulary<Section> ALL = new Vocabulary<>(values());

    private final int code;
    private final String wireName;

    Section(int code, String wireName) {
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
    public static Section ofWireName(String name) {
        return ALL.ofWireName(name);
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Section ofCode(int code) {
        return ALL.ofCode(code);
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter extends CodeConverter<Section> {

        public Converter() {
            super(ALL);
        }
    }
}
