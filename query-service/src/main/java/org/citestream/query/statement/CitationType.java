package org.citestream.query.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;

/** What a citation does. A value that this version does not know counts as unclassified, so that sums stay exact. */
public enum CitationType {
    UNCLASSIFIED(0, "unclassified"),
    SUPPORTING(1, "supporting"),
    MENTIONING(2, "mentioning"),
    CONTRASTING(3, "contrasting");

    private final int code;
    private final String wireName;

    CitationType(int code, String wireName) {
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

    /** By its name in events; {@link #UNCLASSIFIED} for null and for names that this version does not know. */
    @JsonCreator
    public static CitationType ofWireName(String name) {
        for (CitationType value : values()) {
            if (value.wireName.equals(name)) {
                return value;
            }
        }
        return UNCLASSIFIED;
    }

    /** By its code in the view's tables; {@link #UNCLASSIFIED} for codes that this version does not know. */
    public static CitationType ofCode(int code) {
        for (CitationType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNCLASSIFIED;
    }

    /** Between column and value. */
    @jakarta.persistence.Converter(autoApply = true)
    public static final class Converter implements AttributeConverter<CitationType, Short> {

        @Override
        public Short convertToDatabaseColumn(CitationType value) {
            return value == null ? null : (short) value.code;
        }

        @Override
        public CitationType convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
