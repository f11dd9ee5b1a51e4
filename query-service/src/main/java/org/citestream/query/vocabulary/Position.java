package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** In what kind of text a statement stands. */
public enum Position implements Coded {
    @JsonEnumDefaultValue
    UNKNOWN,
    BODY,
    CAPTION,
    TABLE,
    FOOTNOTE,
    ABSTRACT,
    HEADING;
}
