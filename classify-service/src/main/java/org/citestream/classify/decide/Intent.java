package org.citestream.classify.decide;

import java.util.Locale;

/** Why a work is cited (the three classes of SciCite, Cohan et al. 2019). */
public enum Intent {
    BACKGROUND,
    METHOD,
    RESULT;

    /** The word used in events and answers: the constant's name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
