package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.junit.jupiter.api.Test;

class PackedChangesTest {

    private static final Change ADDED = new Change(
            7,
            ChangeType.STATEMENT_ADDED,
            "doi:10.5555/cited",
            "doi:10.5555/citing",
            UUID.fromString("9045d47a-bbbe-d0f5-b790-95caa81a00dc"),
            Cause.ARTICLE,
            "{\"text\":\"It\u2028says \\\"so\\\",\\nand \u00fcber\u00adall \ud83d\ude00\",\"confidence\":0.957}",
            Map.of("type", List.of("mentioning"), "author", List.of("Leonard I Zon", "\u738b \u4f1f")),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Instant.parse("2026-12-01T03:31:04.344153Z"));
    private static final Change BARE = new Change(
            8,
            ChangeType.NOTICE_ISSUED,
            "doi:10.5555/cited",
            null,
            null,
            Cause.NOTICE,
            "{}",
            Map.of(),
            null,
            Instant.parse("2026-12-01T03:31:05Z"));

    @Test
    void shouldBeRestoredCharacterByCharacter() {
        assertThat(PackedChanges.unpack(PackedChanges.pack(List.of(ADDED, BARE))))
                .containsExactly(ADDED, BARE);
    }

    /** As the migration leaves those that had a row each. */
    @Test
    void shouldReadWhatIsNotDeflated() {
        // Given
        String plain = """
            {"sequence" : 8, "type" : "NoticeIssued", "cited" : "doi:10.5555/cited", "citing" : null, "statement" : null, \
            "cause" : "notice", "facets" : {}, "traceparent" : null, "at" : "2026-12-01T04:31:05+01:00", "new" : 1}
            {}
            """;
        // When, Then
        assertThat(PackedChanges.unpack(plain.getBytes(StandardCharsets.UTF_8))).containsExactly(BARE);
    }

    @Test
    void shouldBeAFractionOfItsText() {
        // Given
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            changes.add(ADDED);
        }
        // When, Then
        assertThat(PackedChanges.pack(changes).length)
                .isLessThan(500 * ADDED.payload().length() / 4);
    }

    @Test
    void shouldSaySoWhenBytesAreDamaged() {
        // Given
        byte[] packed = PackedChanges.pack(List.of(ADDED, BARE));
        packed[packed.length / 2] ^= 0x55;
        // When, Then
        assertThatThrownBy(() -> PackedChanges.unpack(packed))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a batch of changes cannot be read");
    }
}
