package org.citestream.classify.decide;

/** Whether the encoder, the second model asked in case of doubt, took part in a decision. */
public enum Encoder implements Worded {
    /** Configuration asks for none. */
    OFF,
    /** Configuration asks for one, but its library or file is not there. */
    MISSING,
    /** The linear model was sure enough. */
    NOT_ASKED,
    ASKED
}
