package org.citestream.query.project.write;

/** Another owner of a partition has moved its offset: nothing was written; resume from the stored offsets. */
public class FencedException extends Exception {

    private static final long serialVersionUID = 1L;

    FencedException(String message) {
        super(message);
    }
}
