package org.citestream.platform;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process that runs a platform and has committed one row, to be killed. */
final class KeptPlatformMain {

    private KeptPlatformMain() {}

    public static void main(String[] arguments) throws Exception {
        var platform = Platform.start(PlatformSettings.keptIn(Path.of(arguments[0])));
        try (var connection =
                        DriverManager.getConnection(platform.jdbcUrl(), platform.username(), platform.password());
                var statement = connection.createStatement()) {
            statement.execute("create table committed as select 42 as id");
        }
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
