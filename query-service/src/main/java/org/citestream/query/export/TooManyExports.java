package org.citestream.query.export;

/** All places for exports are taken. */
public final class TooManyExports extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyExports() {
        super("as many exports are running as citestream.export.at-once allows");
    }
}
