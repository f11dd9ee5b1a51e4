package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether citing and cited publication share an author. */
public enum Relationship implements Coded {
    @JsonEnumDefaultValue
    UNKNOWN,
    SELF,
    INDEPENDENT;
}
