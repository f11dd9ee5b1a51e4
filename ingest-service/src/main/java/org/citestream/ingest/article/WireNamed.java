package org.citestream.ingest.article;

import java.util.Locale;

/** A constant that has a word on the wire: its name in lower case, hyphens for underscores. For enums. */
public interface WireNamed {
    /** The constant's name, as every enum has it. */
    String name();

    /** The word on the wire, e.g. {@code expression-of-concern} for {@code EXPRESSION_OF_CONCERN}. */
    default String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
