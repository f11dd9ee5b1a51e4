package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * What a citation does, and the two states without an answer: {@link #UNCLASSIFIED}, if the model is not sure enough,
 * and {@link #NOT_A_SENTENCE}, if there are no words to judge. A value unknown to this version counts as unclassified,
 * so that sums stay exact.
 */
public enum CitationType implements Coded {
    UNCLASSIFIED,
    SUPPORTING,
    MENTIONING,
    CONTRASTING,
    /** A table's cell, a list of numbers, or just a citation: not a class of the tally, but part of its total. */
    NOT_A_SENTENCE;

    private static final Vocabulary<CitationType> ALL = new Vocabulary<>(values());

    // The OpenAPI scanner looks for this method here, not in the interface.
    @Override
    @JsonValue
    public String wireName() {
        return Coded.super.wireName();
    }

    /** The column of the view's tables that counts it. */
    public String column() {
        return wireName().replace('-', '_');
    }

    /** Whether it is an answer, which a person may give too, rather than a state without one. */
    public boolean isAnswer() {
        return this != UNCLASSIFIED && this != NOT_A_SENTENCE;
    }

    /**
     * The type in an event, except for statements on which the classifier failed because they have no words. Events
     * from before that failure had a name are unclassified.
     *
     * @param failure why the classifier could not decide; null if it did
     */
    public CitationType with(String failure) {
        return this == UNCLASSIFIED && NOT_A_SENTENCE.wireName().equals(failure) ? NOT_A_SENTENCE : this;
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

    /** Between column and value; null stays null. */
    @Converter(autoApply = true)
    public static final class Column implements AttributeConverter<CitationType, Short> {

        @Override
        public Short convertToDatabaseColumn(CitationType type) {
            return type == null ? null : (short) type.code();
        }

        @Override
        public CitationType convertToEntityAttribute(Short code) {
            return code == null ? null : ofCode(code);
        }
    }
}
