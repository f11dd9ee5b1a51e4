package org.citestream.cli;

/** The exit codes of commands. */
public final class ExitCode {

    /** All well. */
    public static final int OK = 0;

    /** It ran, but some articles were rejected or did not become visible. */
    public static final int SOME_REJECTED = 1;

    /** Wrong usage, nothing running, or it could not start. */
    public static final int NOT_RUNNING = 2;

    private ExitCode() {}
}
