package org.citestream.query.project.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.junit.jupiter.api.Test;

@WithPlatform
class GenerationsTest {

    @Test
    void shouldCreateFirstGenerationWhenDatabaseIsEmpty(Database database) throws SQLException {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        // When
        Generation active = new Generations(dataSource).ensureActive();
        // Then
        assertThat(active.schema()).isEqualTo("view_1");
        assertThat(count(dataSource, "SELECT count(*) FROM active.statement")).isZero();
    }

    @Test
    void shouldKeepGenerationWhenAskedAgain(Database database) throws SQLException {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        new Generations(dataSource).ensureActive();
        // When
        Generation again = new Generations(dataSource).ensureActive();
        // Then
        assertThat(again).isEqualTo(new Generation(1));
        assertThat(count(dataSource, "SELECT count(*) FROM app.generation")).isEqualTo(1);
    }

    @Test
    void shouldMakeSecondGenerationLikeFirstWhenTemplateIsApplied(Database database) throws SQLException {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        new Generations(dataSource).ensureActive();
        // When
        new GenerationTemplate(dataSource).apply(new Generation(2));
        // Then
        String columns = "SELECT count(*) FROM information_schema.columns WHERE table_schema = '%s'";
        assertThat(count(dataSource, columns.formatted("view_2")))
                .isEqualTo(count(dataSource, columns.formatted("view_1")))
                .isGreaterThan(100);
    }

    @Test
    void shouldApplyEveryMigrationScript(Database database) throws IOException, SQLException {
        // Given
        Path folder = Path.of("src/main/resources/db/view");
        // When
        String version = new GenerationTemplate(TestDatabase.withApp(database)).apply(new Generation(1));
        // Then
        try (Stream<Path> scripts = Files.list(folder)) {
            assertThat(scripts).hasSize(Integer.parseInt(version));
        }
    }

    private static long count(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
