package org.citestream.classify.decide;

/** Why a work is cited (the three classes of SciCite, Cohan et al. 2019). */
public enum Intent implements Worded {
    BACKGROUND,
    METHOD,
    RESULT
}
