package org.citestream.classify.decide.cue;

import org.citestream.classify.decide.Worded;

/** What a phrase hints at. A hint is a feature, never a decision. */
public enum CueClass implements Worded {
    /** The citing authors report what they themselves found. */
    OWN_EVIDENCE(0),
    /** First person, without a finding. */
    FIRST_PERSON(1),
    AGREEMENT(2),
    DISAGREEMENT(3),
    /** A comparison that leaves open how it ends. */
    COMPARISON(4),
    NEGATION(5),
    HEDGING(6),
    /** What others found. */
    REPORTED(7),
    /** The cited work's method is used. */
    USE(8),
    /** Discourse openers, which by themselves say nothing. */
    OPENER(9),
    FINDING(10);

    private final int number;

    CueClass(int number) {
        this.number = number;
    }

    /** Its number in hashed features, from 0: part of the model, never to be changed. */
    public int number() {
        return number;
    }
}
