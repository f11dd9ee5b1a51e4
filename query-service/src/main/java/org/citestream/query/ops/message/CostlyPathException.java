package org.citestream.query.ops.message;

/** A JSON path visits more values of one message than allowed. */
final class CostlyPathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CostlyPathException() {
        super("the JSON path looks at more values of one message than citestream.ops.path-steps allows");
    }
}
