package org.citestream.query.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;

/** In what kind of text a statement stands. */
public enum Position {
    UNKNOWN(0, "unknown"),
    BODY(1, "body"),
    CAPTION(2, "caption"),
    TABLE(3, "table"),
    FOOTNOTE(4, "footnote"),
    ABSTRACT(5, "abstract"),
    HEADING(6, "heading");

    private final int code;
    private final String wireName;

    Position(int code, String wireName) {
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
    public static Position ofWireName(String name) {
        for (Position value : values()) {
            if (value.wireName.equals(name)) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Position ofCode(int code) {
        for (Position value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter implements AttributeConverter<Position, Short> {

        @Override
        public Short convertToDatabaseColumn(Position value) {
            return value == null ? null : (short) value.code;
        }

        @Override
        public Position convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
