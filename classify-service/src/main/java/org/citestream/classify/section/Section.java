package org.citestream.classify.section;

import java.util.Locale;

/** Where in an article a statement stands. Unknown is the absence of a value, never a sixth constant. */
public enum Section {
    INTRODUCTION,
    METHODS,
    RESULTS,
    DISCUSSION,
    OTHER;

    /** The word used in events and answers: the constant's name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
