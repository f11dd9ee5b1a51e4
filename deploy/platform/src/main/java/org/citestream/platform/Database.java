package org.citestream.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * How to reach one database.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://127.0.0.1:5432/citestream}
 */
public record Database(String jdbcUrl, String username, String password) {

    public Database {
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    /**
     * A database of the platform that runs in {@code dataDirectory}, as its owner.
     *
     * @throws PlatformException if this account may not read the password there
     */
    public static Database keptIn(Path dataDirectory, String jdbcUrl) {
        return new Database(jdbcUrl, EmbeddedPostgreSql.USER, password(dataDirectory));
    }

    /** The same server as its superuser, whom services never are. */
    public static Database asSuperuser(Path dataDirectory, String jdbcUrl) {
        return new Database(jdbcUrl, "postgres", password(dataDirectory));
    }

    private static String password(Path dataDirectory) {
        try {
            return Credentials.passwordOf(dataDirectory);
        } catch (IOException e) {
            throw new PlatformException(
                    PlatformException.Reason.POSTGRES_FAILED,
                    "The password of PostgreSQL in " + dataDirectory + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }

    /** Creates {@code name} on the platform's server unless it is there, and says how to reach it. */
    static Database ensure(Platform platform, String name) {
        return ensure(new Database(platform.jdbcUrl("postgres"), platform.username(), platform.password()), name);
    }

    /** Creates {@code name} beside another database of the same server unless it is there, and says how to reach it. */
    static Database ensure(Database entrance, String name) {
        try (var connection = entrance.connect();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database " + create.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new PlatformException(
                    PlatformException.Reason.POSTGRES_FAILED,
                    "PostgreSQL would not create database " + name + ": " + e.getMessage(),
                    e);
        }
        return entrance.named(name);
    }

    /** Another database of the same server, for the same user; it need not exist. */
    public Database named(String other) {
        return new Database(jdbcUrl.replaceFirst("/[^/?]+(\\?|$)", "/" + other + "$1"), username, password);
    }
}
