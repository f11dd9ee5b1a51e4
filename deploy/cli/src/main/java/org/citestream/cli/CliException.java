package org.citestream.cli;

/** Ends a command with one line on standard error and an exit code. */
public final class CliException extends RuntimeException {

    /** What every such line begins with. */
    public static final String PREFIX = "citestream: ";

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CliException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
