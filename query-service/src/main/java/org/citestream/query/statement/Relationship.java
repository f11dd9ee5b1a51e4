package org.citestream.query.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;

/** Whether citing and cited publication share an author. */
public enum Relationship {
    UNKNOWN(0, "unknown"),
    SELF(1, "self"),
    INDEPENDENT(2, "independent");

    private final int code;
    private final String wireName;

    Relationship(int code, String wireName) {
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
    public static Relationship ofWireName(String name) {
        for (Relationship value : values()) {
            if (value.wireName.equals(name)) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Relationship ofCode(int code) {
        for (Relationship value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter implements AttributeConverter<Relationship, Short> {

        @Override
        public Short convertToDatabaseColumn(Relationship value) {
            return value == null ? null : (short) value.code;
        }

        @Override
        public Relationship convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
