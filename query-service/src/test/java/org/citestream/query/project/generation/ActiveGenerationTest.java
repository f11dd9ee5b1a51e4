package org.citestream.query.project.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
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
