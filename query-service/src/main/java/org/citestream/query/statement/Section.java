package org.citestream.query.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;

/** Where in an article a statement stands, as the classifier normalised it. Absent on the wire when unknown. */
public enum Section {
    UNKNOWN(0, "unknown"),
    INTRODUCTION(1, "introduction"),
    METHODS(2, "methods"),
    RESULTS(3, "results"),
    DISCUSSION(4, "discussion"),
    OTHER(5, "other");

    private final int code;
    private final String wireName;

    Section(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    /** The small integer that stands for it in the view's tables. */
    public int code() {
        return code;
    }

    /** Its name in events, in our API and in parameters. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** By its name in events; {@link #UNKNOWN} for null and for names that this version does not know. */
    @JsonCreator
    public static Section ofWireName(String name) {
        for (Section value : values()) {
            if (value.wireName.equals(name)) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Section ofCode(int code) {
        for (Section value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter implements AttributeConverter<Section, Short> {

        @Override
        public Short convertToDatabaseColumn(Section value) {
            return value == null ? null : (short) value.code;
        }

        @Override
        public Section convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
