package org.citestream.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void shouldKeepTheMarkerWhenALongSentenceIsCut() {
        // Given
        String text = "wörter ".repeat(2000) + "[12] " + "more ".repeat(2000);
        int start = text.indexOf("[12]");

        // When
        Excerpt excerpt = Excerpt.around(text, new Span(start, start + 4));

        // Then
        assertThat(excerpt.cut()).isTrue();
        assertThat(excerpt.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Excerpt.MOST_BYTES);
        assertThat(excerpt.text().substring(start - excerpt.offset(), start - excerpt.offset() + 4))
                .isEqualTo("[12]");
        assertThat(excerpt.text()).startsWith("wörter");
    }

    @Test
    void shouldLeaveTheTextAloneWhenItFits() {
        assertThat(Excerpt.head("short")).isEqualTo(new Excerpt("short", 0, false));
    }

    @Test
    void shouldKeepTheNearEndWhenANeighbourIsCut() {
        // Given
        String text = "first " + "x ".repeat(5000) + "last";

        // When, Then
        assertThat(Excerpt.tail(text).text()).endsWith("last");
        assertThat(Excerpt.head(text).text()).startsWith("first");
    }

    @Test
    void shouldNotSplitACharacterWhenThereAreNoBlanks() {
        // Given
        String text = "𝒳".repeat(4000);

        // When
        Excerpt excerpt = Excerpt.around(text, new Span(4001, 4003));

        // Then
        assertThat(Character.isLowSurrogate(excerpt.text().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(
                        excerpt.text().charAt(excerpt.text().length() - 1)))
                .isFalse();
    }
}
