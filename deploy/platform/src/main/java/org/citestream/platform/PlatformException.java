package org.citestream.platform;

/**
 * The platform could not start, for a reason that whoever started it can mend. The message is one line: what, where,
 * and what to do.
 */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a platform does not start. */
    public enum Reason {
        /** Another platform that is alive keeps its data in the same directory. */
        DIRECTORY_IN_USE,
        /** The data directory cannot be created or written. */
        DIRECTORY_NOT_WRITABLE,
        /** Too little room is left on the disk of the data directory. */
        DISK_FULL,
        /** Another program listens on a port that was asked for. */
        PORT_TAKEN,
        /** Kafka ended while starting. */
        KAFKA_FAILED,
        /** PostgreSQL ended while starting. */
        POSTGRES_FAILED,
        /** No container engine answers, or an image cannot be had. */
        CONTAINERS_UNAVAILABLE
    }

    private final Reason reason;

    public PlatformException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PlatformException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
