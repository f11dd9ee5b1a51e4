package org.citestream.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.citestream.platform.PlatformException.Reason;

/**
 * A PostgreSQL alone that a test shares with nobody: no transaction but its own holds anything up, so that the same calls
 * come to the same end each time. Nothing is forced to the disk, and all is gone when it is closed. Thread-safe.
 */
public final class PrivatePostgreSql implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedPostgreSql server;

    private PrivatePostgreSql(DataDirectory data, EmbeddedPostgreSql server) {
        this.data = data;
        this.server = server;
    }

    /**
     * Starts one on a free port.
     *
     * @param settings of the server, by their names; only such as a running server takes
     * @throws PlatformException if it does not start or does not take a setting
     */
    public static PrivatePostgreSql start(Map<String, String> settings) {
        var opened = new StartupResources();
        try {
            var data = opened.add(DataDirectory.open(PlatformSettings.throwAway()));
            var server = opened.add(EmbeddedPostgreSql.start(data, FreePort.orAny(0, "PostgreSQL")));
            set(Database.asSuperuser(data.path(), server.jdbcUrl("postgres")), settings);
            return new PrivatePostgreSql(data, server);
        } catch (RuntimeException e) {
            opened.closeAll(e);
            throw e;
        }
    }

    private static void set(Database asSuperuser, Map<String, String> settings) {
        try (var connection = asSuperuser.connect();
                var statement = connection.createStatement()) {
            for (var setting : settings.entrySet()) {
                statement.execute("alter system set " + statement.enquoteIdentifier(setting.getKey(), false) + " = "
                        + statement.enquoteLiteral(setting.getValue()));
            }
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new PlatformException(
                    Reason.POSTGRES_FAILED, "PostgreSQL would not take its settings: " + e.getMessage(), e);
        }
    }

    /** An empty database that nobody else uses. */
    public Database newDatabase() {
        String owner = EmbeddedPostgreSql.USER;
        return Database.ensure(
                new Database(server.jdbcUrl("postgres"), owner, server.password()),
                "test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public void close() {
        try (data;
                server) {
            // Closed from right to left, each even if another fails.
            return;
        }
    }
}
