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

    public static DataSource withApp(String jdbcUrl, String username, String password) throws SQLException {
        DataSource dataSource = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(username))
                                .credential(new SimplePassword(password)))));
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
