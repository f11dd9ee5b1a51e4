package org.citestream.classify.decide;

import java.util.Locale;

/** What a citation does, by scite's definition: only the citing authors' own evidence supports or contrasts. */
public enum CitationType {
    SUPPORTING,
    MENTIONING,
    CONTRASTING,
    /** The model abstained, or could not decide. */
    UNCLASSIFIED;

    /** The word used in events and answers: the constant's name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
