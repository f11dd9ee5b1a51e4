package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The kind of text that contains a statement. */
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
