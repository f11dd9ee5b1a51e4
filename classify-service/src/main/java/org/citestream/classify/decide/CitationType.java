package org.citestream.classify.decide;

/** What a citation does, by scite's definition: only the citing authors' own evidence supports or contrasts. */
public enum CitationType implements Worded {
    SUPPORTING,
    MENTIONING,
    CONTRASTING,
    /** The model abstained, or could not decide. */
    UNCLASSIFIED
}
