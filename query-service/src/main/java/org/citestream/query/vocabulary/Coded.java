package org.citestream.query.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A value of a closed set, to be implemented by enums: code and name follow from the constant, so its position and its
 * name are part of the tables and the contracts. New constants come last. The first one stands for whatever this
 * version does not know.
 */
public interface Coded {

    /** As every enum has it. */
    int ordinal();

    /** As every enum has it. */
    String name();

    /** The small integer that stands for it in the view's tables. */
    default int code() {
        return ordinal();
    }

    /** Its name in events, in our API and in parameters: {@code NOT_A_SENTENCE} is {@code not-a-sentence}. */
    @JsonValue
    default String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
