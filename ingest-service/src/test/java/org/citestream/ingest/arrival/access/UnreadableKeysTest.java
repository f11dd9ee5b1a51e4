package org.citestream.ingest.arrival.access;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.access.OidcSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableKeysTest {

    @Test
    void shouldStartWhenTheFileOfKeysCannotBeRead(@TempDir Path data) throws IOException {
        // Given
        Files.createDirectory(data.resolve("keys"));
        WriteAccess access = new WriteAccess(
                new ApiKeys(Optional.of(data), Optional.empty()),
                new IssuedTokens(new SmallRyeConfigBuilder()
                        .withMapping(OidcSettings.class)
                        .build()
                        .getConfigMapping(OidcSettings.class)),
                Optional.empty());
        // When, Then
        assertThatCode(() -> access.announce(new StartupEvent())).doesNotThrowAnyException();
    }
}
