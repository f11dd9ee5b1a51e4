package org.citestream.classify.decide.cue;

import java.util.Locale;

/** What a phrase hints at. A hint is a feature, never a decision. */
public enum CueClass {
    /** The citing authors report what they themselves found. */
    OWN_EVIDENCE,
    /** First person, without a finding. */
    FIRST_PERSON,
    AGREEMENT,
    DISAGREEMENT,
    /** A comparison that leaves open how it ends. */
    COMPARISON,
    NEGATION,
    HEDGING,
    /** What others found. */
    REPORTED,
    /** The cited work's method is used. */
    USE,
    /** Discourse openers, which by themselves say nothing. */
    OPENER,
    FINDING;

    /** The word used in evidence, as {@code own-evidence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
