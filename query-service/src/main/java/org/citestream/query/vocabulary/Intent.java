package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the citing author wants with the citation, as the classifier sees it. Absent on the wire when unknown. */
public enum Intent implements Coded {
    UNKNOWN(0, "unknown"),
    BACKGROUND(1, "background"),
    METHOD(2, "method"),
    RESULT(3, "result");

    private static final Vocabulary<Intent> ALL = new Vocabulary<>(values());

    private final int code;
    private final String wireName;

    Intent(int code, String wireName) {
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
    public static Intent ofWireName(String name) {
        return ALL.ofWireName(name);
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Intent ofCode(int code) {
        return ALL.ofCode(code);
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter extends CodeConverter<Intent> {

        public Converter() {
            super(ALL);
        }
    }
}
