package org.citestream.ingest.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static ArrivalSettings settings() {
        return new SmallRyeConfigBuilder()
                .withMapping(ArrivalSettings.class)
                .withDefaultValues(
                        Map.of("citestream.articles.uploads", "2", "citestream.articles.turn-timeout", "50ms"))
                .withConverter(
                        io.quarkus.runtime.configuration.MemorySize.class,
                        100,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(ArrivalSettings.class);
    }

    @Test
    void shouldReadNothingOfWhoComesWhenAllPlacesAreTaken() throws IOException {
        // Given
        Uploads uploads = new Uploads(settings());
        ByteArrayInputStream third = new ByteArrayInputStream(new byte[100]);
        // When
        InputStream first = uploads.admit(new ByteArrayInputStream(new byte[100]));
        // Then
        try (InputStream second = uploads.admit(new ByteArrayInputStream(new byte[100]))) {
            assertThat(second.read()).isZero();

            assertThatThrownBy(() -> uploads.admit(third))
                    .isInstanceOf(BusyException.class)
                    .hasMessageContaining("citestream.articles.uploads");

            assertThat(third.available()).isEqualTo(100);
            first.close();
            first.close();
            try (InputStream admitted = uploads.admit(third)) {
                assertThat(admitted.readAllBytes()).hasSize(100);
                assertThatThrownBy(() -> uploads.admit(third)).isInstanceOf(BusyException.class);
            }
        }
    }
}
