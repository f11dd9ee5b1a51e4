package org.citestream.query.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.citestream.platform.Database;

/** Databases as they were at one moment, to be put in the place of the original later. */
public final class DatabaseCopies {

    private DatabaseCopies() {}

    /** A copy of all that is committed; nobody may be connected to the original. */
    public static Database of(Database original) throws SQLException {
        String name = "copy_" + UUID.randomUUID().toString().replace("-", "");
        run(original, "CREATE DATABASE " + name + " TEMPLATE " + name(original) + " STRATEGY FILE_COPY");
        return original.named(name);
    }

    /** Throws it away; nobody may be connected. */
    public static void drop(Database database) throws SQLException {
        run(database, "DROP DATABASE " + name(database));
    }

    private static String name(Database database) {
        return database.jdbcUrl().replaceFirst(".*/([^/?]+).*", "$1");
    }

    private static void run(Database beside, String command) throws SQLException {
        try (Connection connection = beside.named("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
