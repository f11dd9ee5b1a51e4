package org.citestream.platform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a platform keeps its data and on which loopback ports it listens.
 *
 * @param dataDirectory kept across restarts, with fsync and synchronous commit on; empty for a throw-away platform, whose
 *     data is deleted on close and never forced to the disk
 * @param kafkaPort 1–65535, or 0 for any free port
 * @param postgresPort 1–65535, or 0 for any free port
 */
public record PlatformSettings(Optional<Path> dataDirectory, int kafkaPort, int postgresPort) {

    /** Name of the database every platform has from the start. */
    public static final String DATABASE = "citestream";

    private static final int HIGHEST_PORT = 65535;

    public PlatformSettings {
        dataDirectory = dataDirectory.map(Path::toAbsolutePath).map(Path::normalize);
        checkPort("Kafka", kafkaPort);
        checkPort("PostgreSQL", postgresPort);
    }

    /** A platform for tests: free ports, nothing kept. */
    public static PlatformSettings throwAway() {
        return new PlatformSettings(Optional.empty(), 0, 0);
    }

    /** A platform whose data stays in {@code directory}, on free ports. */
    public static PlatformSettings keptIn(Path directory) {
        return new PlatformSettings(Optional.of(directory), 0, 0);
    }

    /** The same platform on these ports; 0 is any free one. */
    public PlatformSettings withPorts(int kafka, int postgres) {
        return new PlatformSettings(dataDirectory, kafka, postgres);
    }

    private static void checkPort(String what, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(what + " port " + port + " is not between 0 and " + HIGHEST_PORT);
        }
    }
}
