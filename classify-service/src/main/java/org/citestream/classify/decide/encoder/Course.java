package org.citestream.classify.decide.encoder;

/** How much of the labelled data an encoder has learnt from; who measures it must know. */
public enum Course {
    /** The rare and the certain rows, and a part of the rest. */
    BRIEF,
    /** Every row but those held out of every course. */
    FULL;

    /** The file's property that names it. */
    public static final String PROPERTY = "course";

    /** As a file says; without a word it was brief, for such files were made before there was another. */
    static Course of(String property) {
        return property == null ? BRIEF : valueOf(property);
    }
}
