package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.Intent;
import org.citestream.classify.decide.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderModelTest {

    private final EncoderModel model = ShippedEncoder.MODEL;

    private static EncoderInput input(String heading, String text) {
        return new EncoderInput(heading, "", text, "", List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Discussion   | In agreement with our results, Jones et al. also found higher survival after early treatment [12]. | SUPPORTING
            Discussion   | Our finding that the drug shortened recovery is consistent with an earlier trial [4].              | SUPPORTING
            Discussion   | In contrast to our results, Smith et al. reported no effect of the drug on survival [7].           | CONTRASTING
            Introduction | Diabetes affects more than four hundred million people in the world [1].                           | MENTIONING
            Methods      | Samples were centrifuged as described previously [9].                                              | MENTIONING
            """)
    void shouldFollowDefinitionWhenSentenceIsPlain(String heading, String text, CitationType expected) {
        assertThat(model.scores(input(heading, text)).type().best()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Introduction | Diabetes affects more than four hundred million people in the world [1].        | BACKGROUND
            Methods      | Statistical tests were done with the lme4 package [9].                           | METHOD
            Discussion   | Our rate of relapse is similar to that reported by earlier studies [3].         | RESULT
            """)
    void shouldTellIntentWhenSentenceIsPlain(String heading, String text, Intent expected) {
        assertThat(model.scores(input(heading, text)).intent().best()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[1]",
                "∫ f(x) dx = 0 ∀ x ∈ ℝ [2]",
                "ÎČ-endorphin levels rose (Hilfiger, 2020;Hilfiger, 2021",
                "THE RESULTS AGREE WITH [3]",
                "研究结果与文献一致 [4]。",
                "\uD800 lone surrogate [5]",
                "Ergebnisse früherer Studien stimmen damit überein [6]."
            })
    void shouldScoreAnythingWhenTextIsOdd(String text) {
        // When
        EncoderScores scores = model.scores(input("", text));

        // Then
        assertThat(scores.type().confidence()).isBetween(1 / 3d, 1d);
        assertThat(scores.intent().confidence()).isBetween(1 / 3d, 1d);
    }

    @Test
    void shouldScoreWhenTextIsEnormous() {
        assertThat(model.scores(input("Results", "((((1999 [1] ".repeat(100_000)))
                        .type()
                        .confidence())
                .isBetween(1 / 3d, 1d);
    }

    @Test
    void shouldGiveSameScoresWhenManyAskAtOnce() {
        // Given
        EncoderInput statement = input("Discussion", "Our results agree with those of Miller [3].");
        float[] alone = model.logits(statement);

        // When
        List<float[]> together = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> model.logits(i % 2 == 0 ? statement : input("", "Other [" + i + "].")))
                .toList();

        // Then
        assertThat(IntStream.range(0, 64).filter(i -> i % 2 == 0).mapToObj(together::get))
                .allSatisfy(logits -> assertThat(logits).containsExactly(alone));
    }

    @Test
    void shouldNameDecidingWordsWhenAskedWhy() {
        // Given
        EncoderInput statement =
                input("Discussion", "In contrast to our results, Smith et al. reported no effect of the drug [7].");

        // When
        List<Evidence> why = new Occlusion(model).why(statement);

        // Then
        assertThat(why).hasSizeBetween(10, Decision.MAX_EVIDENCE);
        Span strongest = why.get(0).span().orElseThrow();
        assertThat(statement.text().substring(strongest.start(), strongest.end()))
                .isIn("contrast", "our", "results");
        assertThat(why)
                .allSatisfy(
                        found -> assertThat(found.span().orElseThrow().end()).isLessThanOrEqualTo(79));
    }

    @Test
    void shouldSayWhatIsWrongWhenFileIsNoModel() {
        assertThatThrownBy(() -> new EncoderModel(EncoderFile.of(new byte[] {1, 2, 3})))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("the encoder cannot be loaded");
    }

    @Test
    void shouldStayWithinRepositoryLimitWhenShipped() throws IOException {
        assertThat(EncoderFile.shipped().bytes().length).isLessThan(25_000_000);
    }
}
