package org.citestream.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.citestream.platform.PlatformException.Reason;

/**
 * A PostgreSQL server as a child process, from the binaries in zonky's jars. Its database owner {@link #USER} is no
 * superuser: a service that is broken into cannot run programs through its database.
 */
final class EmbeddedPostgreSql implements AutoCloseable {

    /** Name of the server's directory inside the platform's. */
    static final String DIRECTORY = "postgres";

    static final String USER = "citestream";

    /** System property: seconds the server may take to start, recovery after a crash included. */
    private static final String LONGEST_START = "citestream.platform.postgres-start-seconds";

    private static final int DEFAULT_LONGEST_START = 120;

    private static final String ACCESS = """
        # Written by Citestream at every start.
        host all all 127.0.0.1/32 scram-sha-256
        """;

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgreSql.class.getName());

    /** How often it is checked, and the pause before the next attempt when it does not start. */
    private static final long LOOK_MILLIS = 1000;

    private final DataDirectory data;
    private final int port;
    private final String password;
    private final Thread watcher = new Thread(this::watch, "citestream-watch-postgres");
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedPostgreSql(DataDirectory data, int port, EmbeddedPostgres server, String password) {
        this.data = data;
        this.port = port;
        this.server = server;
        this.password = password;
        watcher.setDaemon(true);
    }

    static EmbeddedPostgreSql start(DataDirectory data, int port) {
        Path log = data.path().resolve("logs").resolve("postgres.log");
        EmbeddedPostgres started = null;
        try {
            String password = Credentials.passwordOf(data.path());
            started = launch(data, port, password, log.toFile());
            // It is not enough that the port answers: another server might.
            if (!Postmaster.isRunning(data.path().resolve(DIRECTORY))) {
                throw new IOException("it ended at once");
            }
            secure(started, data.path().resolve(DIRECTORY), password);
            var postgres = new EmbeddedPostgreSql(data, port, started, password);
            postgres.watcher.start();
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            closeQuietly(started, e);
            throw new PlatformException(
                    Reason.POSTGRES_FAILED,
                    "PostgreSQL did not start on port " + port + ": " + PostgresLog.lastComplaint(log, e),
                    e);
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    /** Starts it again whenever it has died; what was committed is there, for it recovers by itself. */
    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                startIfDead();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startIfDead() {
        try {
            Path directory = data.path().resolve(DIRECTORY);
            if (closed || Postmaster.isRunning(directory)) {
                return;
            }
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL died and is started again; logs/postgres.log tells why");
            // It only releases the directory: there is no server left to stop.
            server.close();
            Postmaster.endLeftover(directory);
            server = launch(
                    data,
                    port,
                    password,
                    data.path().resolve("logs").resolve("postgres.log").toFile());
        } catch (IOException | RuntimeException failed) {
            // Its orphaned sessions may hold its memory for a moment.
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL is not up again yet: " + failed.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        watcher.interrupt();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static EmbeddedPostgres launch(DataDirectory data, int port, String password, File log) throws IOException {
        String durable = data.kept() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.path().resolve(DIRECTORY))
                .setOverrideWorkingDirectory(binaries().toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(Integer.getInteger(LONGEST_START, DEFAULT_LONGEST_START)))
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", password)
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                // Sorting and case must not depend on the machine that first started it.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // These come after the library's own -F and synchronous_commit=off, and win.
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // Rows are looked up in memory or on flash: taken for a disk, whole tables are read to find a batch's
                // rows.
                .setServerConfig("random_page_cost", "1.1")
                // Three services with their pools; in tests, one pool for each start of a service.
                .setServerConfig("max_connections", "300")
                .start();
    }

    /** Creates the owner of the databases and requires a password; repeated on every start. */
    private static void secure(EmbeddedPostgres server, Path directory, String password)
            throws SQLException, IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!hasOwner(connection)) {
                statement.execute("create role " + USER + " login createdb");
            }
            String literal = statement.enquoteLiteral(password);
            statement.execute("alter role " + USER + " password " + literal);
            statement.execute("alter role postgres password " + literal);
            Files.writeString(directory.resolve("pg_hba.conf"), ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean hasOwner(Connection connection) throws SQLException {
        try (var role = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            role.setString(1, USER);
            return role.executeQuery().next();
        }
    }

    /** Unpacked once per account, not in a temporary directory that another account may own. */
    private static Path binaries() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(home.resolve("citestream").resolve("postgres"));
    }

    private static void closeQuietly(EmbeddedPostgres server, Exception reason) {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
