package org.citestream.query.project.write;

import org.citestream.query.project.generation.Generation;

/** The generation is no longer written: readers see another one. */
public final class RetiredException extends FencedException {

    private static final long serialVersionUID = 1L;

    RetiredException(Generation generation) {
        super(generation.schema() + " is retired");
    }
}
