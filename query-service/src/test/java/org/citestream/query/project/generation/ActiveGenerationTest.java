package org.citestream.query.project.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ActiveGenerationTest {

    @Inject
    ActiveGeneration generation;

    @Inject
    DataSource dataSource;

    @Test
    void shouldBeReadableWhenServiceHasStarted() throws SQLException {
        // When
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT number, (SELECT count(*) FROM active.tally)"
                        + " FROM app.generation WHERE state = 'active'")) {
            // Then
            assertThat(rows.next()).isTrue();
            assertThat(generation.get()).isEqualTo(new Generation(rows.getInt(1)));
        }
    }
}
