package org.citestream.cli.command;

/** Whether a person looks at standard error. */
final class Terminal {

    /** System property, set by {@code deploy/citestream}, because Java cannot tell. */
    private static final String PROPERTY = "citestream.terminal";

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean(PROPERTY);
    }
}
