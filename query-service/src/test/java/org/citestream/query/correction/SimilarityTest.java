package org.citestream.query.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void shouldIgnoreCaseAndMarksWhenSentencesAreOtherwiseTheSame() {
        assertThat(Similarity.of("Freezing doubled [5].", "freezing doubled (5)"))
                .isEqualTo(1);
    }

    @Test
    void shouldCountSharedTrigramsWhenSentencesDiffer() {
        // " abc " has 3 trigrams, " abd " has 3, they share " ab"
        assertThat(Similarity.of("abc", "abd")).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void shouldBeZeroWhenOneSentenceHasNoLetters() {
        assertThat(Similarity.of("[5].", "Freezing doubled")).isZero();
        assertThat(Similarity.of("", "")).isZero();
    }
}
