package org.citestream.platform;

import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * The one throw-away platform of this JVM, started at first use and stopped when the JVM ends. Tests take a fresh
 * database each ({@link #newDatabase()}), so that they cannot see one another's rows; the broker they share.
 *
 * <p>Its address is kept in system properties rather than in a static field, because Quarkus loads test resources and
 * tests by different class loaders, each with statics of its own.
 */
public final class SharedPlatform implements Platform {

    private static final String PREFIX = "citestream.platform.shared.";

    private final String bootstrapServers;
    private final String jdbcServer;
    private final String username;
    private final String password;

    private SharedPlatform(Properties system) {
        this.bootstrapServers = system.getProperty(PREFIX + "bootstrap-servers");
        this.jdbcServer = system.getProperty(PREFIX + "jdbc-server");
        this.username = system.getProperty(PREFIX + "username");
        this.password = system.getProperty(PREFIX + "password");
    }

    /** The platform of this JVM; the first call takes some seconds, all others none. */
    public static SharedPlatform get() {
        Properties system = System.getProperties();
        // The properties object is the same for every class loader, so it serves as the lock of all of them.
        synchronized (system) {
            if (system.getProperty(PREFIX + "bootstrap-servers") == null) {
                Platform platform = Platform.startThrowAway();
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "citestream-platform-stop"));
                publish(platform, system);
            }
            return new SharedPlatform(system);
        }
    }

    /** An empty database that nobody else uses. */
    public Database newDatabase() {
        return Database.ensure(this, "test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * What a service under test needs to know, by its configuration keys, with an empty database of its own. A service's
     * {@code QuarkusTestResourceLifecycleManager.start()} returns just this.
     */
    public Map<String, String> newServiceSettings() {
        Database database = newDatabase();
        return Map.of(
                "kafka.bootstrap.servers", bootstrapServers,
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public String jdbcUrl(String database) {
        return jdbcServer + database;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public String password() {
        return password;
    }

    /** Does nothing: others may still use it. It stops with the JVM. */
    @Override
    public void close() {}

    private static void publish(Platform platform, Properties system) {
        system.setProperty(PREFIX + "jdbc-server", platform.jdbcUrl(""));
        system.setProperty(PREFIX + "username", platform.username());
        system.setProperty(PREFIX + "password", platform.password());
        system.setProperty(PREFIX + "bootstrap-servers", platform.bootstrapServers());
    }
}
