package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The purpose of a citation, as the classifier sees it. Absent on the wire when unknown. */
public enum Intent implements Coded {
    @JsonEnumDefaultValue
    UNKNOWN,
    BACKGROUND,
    METHOD,
    RESULT;
}
