package org.citestream.query.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;

/** What the citing author wants with the citation, as the classifier sees it. Absent on the wire when unknown. */
public enum Intent {
    UNKNOWN(0, "unknown"),
    BACKGROUND(1, "background"),
    METHOD(2, "method"),
    RESULT(3, "result");

    private final int code;
    private final String wireName;

    Intent(int code, String wireName) {
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
    public static Intent ofWireName(String name) {
        for (Intent value : values()) {
            if (value.wireName.equals(name)) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Intent ofCode(int code) {
        for (Intent value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter implements AttributeConverter<Intent, Short> {

        @Override
        public Short convertToDatabaseColumn(Intent value) {
            return value == null ? null : (short) value.code;
        }

        @Override
        public Intent convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
