package org.citestream.classify.decide;

import java.util.Locale;

/** A constant that has a word in events and answers: its name in lower case, hyphens for underscores. For enums. */
public interface Worded {

    /** The constant's name, as every enum has it. */
    String name();

    /** The word, e.g. {@code not-asked} for {@code NOT_ASKED}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
