package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private final WordPiece words = new WordPiece(
            List.of("[PAD]", "[UNK]", "una", "##ffa", "##ble", "hello", "cafe", ",", "β", "##s", "研", "究"));

    @Test
    void shouldTakeLongestPieceFirstWhenWordIsCut() {
        assertThat(words.ids("unaffable")).containsExactly(2, 3, 4);
    }

    @Test
    void shouldLowerCaseAndStripAccentsWhenTextHasThem() {
        assertThat(words.ids("HELLO, Cafés")).containsExactly(5, 7, 6, 9);
    }

    @Test
    void shouldSeparateIdeographsWhenTheyStandTogether() {
        assertThat(words.ids("研究")).containsExactly(10, 11);
    }

    @Test
    void shouldSayUnknownWhenAnyPartOfWordIsUnknown() {
        assertThat(words.ids("unaffablex β")).containsExactly(1, 8);
    }

    @Test
    void shouldSayUnknownWhenWordIsEnormous() {
        assertThat(words.ids("hello".repeat(1_000))).containsExactly(1);
    }

    @Test
    void shouldSkipInvisibleCharactersWhenTextIsDamaged() {
        assertThat(words.ids("he\u0000l\uFFFDlo\u200B")).containsExactly(5);
    }

    @Test
    void shouldRefuseVocabularyWhenUnknownPieceIsMissing() {
        assertThatThrownBy(() -> new WordPiece(List.of("a"))).hasMessageContaining("[UNK]");
    }
}
