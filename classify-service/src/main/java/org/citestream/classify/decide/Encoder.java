package org.citestream.classify.decide;

/** Whether the second opinion (an encoder asked about the doubtful) took part in a decision. */
public enum Encoder {
    /** Configuration asks for none. */
    OFF("off"),
    /** Configuration asks for one, but its library or file is not there. */
    MISSING("missing"),
    /** The linear model was sure enough. */
    NOT_ASKED("not-asked"),
    ASKED("asked");

    private final String word;

    Encoder(String word) {
        this.word = word;
    }

    /** The word used in events and answers. */
    public String word() {
        return word;
    }
}
