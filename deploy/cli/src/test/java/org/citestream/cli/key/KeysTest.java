package org.citestream.cli.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.citestream.cli.CliException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    @TempDir
    Path data;

    @Test
    void shouldWriteHashOnlyWhenKeyIsAdded() throws Exception {
        // When
        String secret = new Keys(data).add("anna", Set.of(Scope.operate, Scope.ingest), NOW);
        // Then
        assertThat(secret).matches("cs_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(data.resolve("keys")))
                .isEqualTo("anna ingest,operate " + Keys.hash(secret) + " 2026-11-22T10:00:00Z\n")
                .doesNotContain(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldHashAsSha256HexWhenKnownInputIsGiven() {
        // When
        String hash = Keys.hash("abc");
        // Then: the first example of FIPS 180-2
        assertThat(hash).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void shouldKeepCommentsAndOthersWhenKeyIsRevoked() throws Exception {
        // Given
        var keys = new Keys(data);
        Files.writeString(data.resolve("keys"), "# who may write\n");
        keys.add("anna", Set.of(Scope.ingest), NOW);
        keys.add("annabel", Set.of(Scope.curate), NOW);
        // When
        keys.revoke("anna");
        // Then
        assertThat(keys.list()).extracting(Key::name).containsExactly("annabel");
        assertThat(Files.readAllLines(data.resolve("keys"))).first().isEqualTo("# who may write");
    }

    @Test
    void shouldRefuseWhenNameIsTakenUnknownOrOdd() throws Exception {
        // Given
        var keys = new Keys(data);
        keys.add("anna", Set.of(Scope.ingest), NOW);
        // When, Then
        assertThatThrownBy(() -> keys.add("anna", Set.of(Scope.ingest), NOW))
                .isInstanceOf(CliException.class)
                .hasMessage("There is a key named anna already; revoke it first or choose another name.");
        assertThatThrownBy(() -> keys.revoke("bob")).isInstanceOf(CliException.class);
        assertThatThrownBy(() -> keys.add("a b\nc", Set.of(Scope.ingest), NOW)).isInstanceOf(CliException.class);
    }
}
