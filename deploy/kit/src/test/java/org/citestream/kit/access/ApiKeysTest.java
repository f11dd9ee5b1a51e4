package org.citestream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    /** SHA-256 of "sesame". */
    private static final String SESAME = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    @TempDir
    Path data;

    @Test
    void shouldKnowAKeyByItsSecretWhenTheFileNamesIt() throws Exception {
        // Given
        write("# people\n\nann curate,ingest,ingest " + SESAME.toUpperCase(java.util.Locale.ROOT)
                + " 2026-11-22\ntoo short\n");
        ApiKeys keys = keys();

        // When, Then
        assertThat(keys.all()).hasSize(1);
        assertThat(keys.withSecret("sesame")).hasValueSatisfying(key -> {
            assertThat(key.name()).isEqualTo("ann");
            assertThat(key.scopes()).containsExactlyInAnyOrder("curate", "ingest");
        });
        assertThat(keys.withSecret("guess")).isEmpty();
        assertThat(keys.named("ann")).isPresent();
    }

    @Test
    void shouldReadAgainWhenTheFileChanges() throws Exception {
        // Given
        write("ann ingest " + SESAME + " 2026-11-22\n");
        ApiKeys keys = keys();
        assertThat(keys.all()).hasSize(1);

        // When
        write("# all revoked\n");

        // Then
        assertThat(keys.exist()).isTrue();
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void shouldHaveNoneWhenThereIsNoFile() {
        assertThat(keys().exist()).isFalse();
        assertThat(keys().all()).isEmpty();
        assertThat(new ApiKeys(Optional.empty(), Optional.empty()).exist()).isFalse();
    }

    @Test
    void shouldReadTheNamedFileInsteadWhenItLiesElsewhere() throws Exception {
        // Given
        write("here ingest " + SESAME + " 2026-11-22\n");
        Path mounted =
                Files.writeString(Files.createDirectory(data.resolve("mounted")).resolve("keys"), "");
        ApiKeys keys = new ApiKeys(Optional.of(data), Optional.of(mounted));

        // When
        Files.writeString(mounted, "there curate " + SESAME + " 2026-11-22\n");

        // Then
        assertThat(keys.named("there")).isPresent();
        assertThat(keys.named("here")).isEmpty();
    }

    @Test
    void shouldFailWhenTheFileCannotBeRead() throws Exception {
        // Given
        Files.createDirectory(data.resolve("keys"));

        // When, Then
        assertThat(keys().exist()).isTrue();
        assertThatThrownBy(() -> keys().all()).isInstanceOf(UncheckedIOException.class);
    }

    private ApiKeys keys() {
        return new ApiKeys(Optional.of(data), Optional.empty());
    }

    private void write(String lines) throws Exception {
        Files.writeString(data.resolve("keys"), lines);
    }
}
