package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a citation does. A value that this version does not know counts as unclassified, so that sums stay exact. */
public enum CitationType implements Coded {
    UNCLASSIFIED(0, "unclassified"),
    SUPPORTING(1, "supporting"),
    MENTIONING(2, "mentioning"),
    CONTRASTING(3, "contrasting");

    private static final Vocabulary<CitationType> ALL = new Vocabulary<>(values());

    private final int code;
    private final String wireName;

    CitationType(int code, String wireName) {
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

    /** By its name in events; {@link #UNCLASSIFIED} for null and for names that this version does not know. */
    @JsonCreator
    public static CitationType ofWireName(String name) {
        return ALL.ofWireName(name);
    }

    /** By its code in the view's tables; {@link #UNCLASSIFIED} for codes that this version does not know. */
    public static CitationType ofCode(int code) {
        return ALL.ofCode(code);
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter extends CodeConverter<CitationType> {

        public Converter() {
            super(ALL);
        }
    }
}
