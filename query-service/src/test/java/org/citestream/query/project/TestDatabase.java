package org.citestream.query.project;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.platform.Database;
import org.flywaydb.core.Flyway;

/** A database of its own with schema {@code app}, as the service finds it after its migrations. */
public final class TestDatabase {

    private TestDatabase() {}

    public static DataSource withApp(Database database) throws SQLException {
        return withApp(database.jdbcUrl(), database.username(), database.password());
    }

    /** Without anything in it. */
    public static DataSource plain(Database database) throws SQLException {
        return plain(database.jdbcUrl(), database.username(), database.password());
    }

    private static DataSource plain(String jdbcUrl, String username, String password) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(username))
                                .credential(new SimplePassword(password)))));
    }

    public static DataSource withApp(String jdbcUrl, String username, String password) throws SQLException {
        DataSource dataSource = plain(jdbcUrl, username, password);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("app")
                .defaultSchema("app")
                .locations("classpath:db/app")
                .load()
                .migrate();
        return dataSource;
    }
}
