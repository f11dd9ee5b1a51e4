package org.citestream.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL server as a child process, from the binaries in zonky's jars. */
final class EmbeddedPostgreSql implements AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    /** First start unpacks 30 MB and runs initdb; a busy machine takes its time. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedPostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedPostgreSql start(Path directory, int port, boolean kept) {
        String durable = kept ? "on" : "off";
        try {
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(LONGEST_START)
                    .setRegisterShutdownHook(false)
                    // These come after the library's own -F and synchronous_commit=off, and win.
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .start();
            return new EmbeddedPostgreSql(server);
        } catch (IOException | RuntimeException e) {
            throw new PlatformException(
                    PlatformException.Reason.POSTGRES_FAILED, "PostgreSQL did not start on port " + port + ": " + e, e);
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
