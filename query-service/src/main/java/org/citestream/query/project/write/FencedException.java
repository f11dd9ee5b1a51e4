package org.citestream.query.project.write;

/** Another owner of a partition has moved on: nothing was written, read from the stored offsets again. */
public class FencedException extends Exception {

    private static final long serialVersionUID = 1L;

    FencedException(String message) {
        super(message);
    }
}
