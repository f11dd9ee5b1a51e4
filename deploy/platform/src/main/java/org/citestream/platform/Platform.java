package org.citestream.platform;

import java.nio.file.Path;

/**
 * A running Kafka broker and PostgreSQL, both on loopback. Topics and schemas are the services' own business. Safe for
 * use by several threads; closing twice is harmless.
 */
public interface Platform extends AutoCloseable {

    /** Address for {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Address of {@link PlatformSettings#DATABASE}. */
    default String jdbcUrl() {
        return jdbcUrl(PlatformSettings.DATABASE);
    }

    /** Address of another database of the same server, which need not exist yet. */
    String jdbcUrl(String database);

    /** Owner of the databases, who may create further ones. */
    String username();

    String password();

    /** Stops broker and database in order; kept data stays, throw-away data is deleted. */
    @Override
    void close();

    /**
     * Starts both, waits until both answer, and creates {@link PlatformSettings#DATABASE} if it is absent. What an
     * earlier, killed run left behind in the same data directory is ended first.
     *
     * @throws PlatformException with one clear line if anything stands in the way; nothing is left running then
     */
    static Platform start(PlatformSettings settings) {
        return EmbeddedPlatform.start(settings);
    }

    /**
     * Starts a platform that keeps nothing: in containers if the system property {@code citestream.platform} is
     * {@code containers}, else embedded.
     *
     * @throws PlatformException with one clear line if anything stands in the way
     */
    static Platform startThrowAway() {
        return ContainerSwitch.isOn() ? ContainerPlatform.start() : start(PlatformSettings.throwAway());
    }

    /**
     * Ends what a killed run left running in a data directory, without starting anything.
     *
     * @throws PlatformException if the directory is in use by a living process
     */
    static void endLeftovers(Path dataDirectory) {
        // Opening does it.
        DataDirectory.open(PlatformSettings.keptIn(dataDirectory)).close();
    }
}
