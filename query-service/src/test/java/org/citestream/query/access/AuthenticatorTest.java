package org.citestream.query.access;

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
import org.citestream.kit.access.RequestOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticatorTest {

    @Test
    void shouldStartWhenTheFileOfKeysCannotBeRead(@TempDir Path data) throws IOException {
        // Given
        Files.createDirectory(data.resolve("keys"));
        Authenticator authenticator = new Authenticator(
                new ApiKeys(Optional.of(data), Optional.empty()),
                new IssuedTokens(new SmallRyeConfigBuilder()
                        .withMapping(OidcSettings.class)
                        .build()
                        .getConfigMapping(OidcSettings.class)),
                null,
                RequestOrigin.ofPagesAt("http://127.0.0.1:8080"));

        // When, Then
        assertThatCode(() -> authenticator.announce(new StartupEvent())).doesNotThrowAnyException();
    }
}
