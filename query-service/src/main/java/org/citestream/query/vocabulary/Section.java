package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * The section of an article that contains a statement, as normalised by the classifier. Absent on the wire when
 * unknown.
 */
public enum Section implements Coded {
    @JsonEnumDefaultValue
    UNKNOWN,
    INTRODUCTION,
    METHODS,
    RESULTS,
    DISCUSSION,
    OTHER;

    private static final Vocabulary<Section> ALL = new Vocabulary<>(values());

    /** By its code in the view's tables; {@link #UNKNOWN} for codes that this version does not know. */
    public static Section ofCode(int code) {
        return ALL.ofCode(code);
    }
}
