package org.citestream.query.vocabulary;

/** A value of a closed set. */
public interface Coded {

    /** The small integer that stands for it in the view's tables. */
    int code();

    /** Its name in events, in our API and in parameters. */
    String wireName();
}
