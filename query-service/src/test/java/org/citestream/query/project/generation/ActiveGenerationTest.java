package org.citestream.query.project.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
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
                var rows = statement.executeQuery("SELECT count(*) FROM active.tally")) {
            // Then
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
        assertThat(generation.get()).isEqualTo(new Generation(1));
    }
}
