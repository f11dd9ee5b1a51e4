package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citestream.classify.decide.Span;
import org.junit.jupiter.api.Test;

class EncoderInputsTest {

    private final WordPiece words = new WordPiece(List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "citation", "reference", "we", "agree", "with", "and", ".", "results"));
    private final EncoderInputs inputs = new EncoderInputs(words, 32);

    private String read(String heading, String text, Span... target) {
        EncoderTokens tokens = inputs.tokens(new EncoderInput(heading, text, List.of(target)));
        return IntStream.range(0, tokens.length())
                .mapToObj(i -> words.pieces().get(tokens.ids()[i]) + (tokens.target()[i] ? "*" : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldSetTargetOffFromOtherMarkersWhenSentenceHasBoth() {
        // Given
        String text = "We agree with [3] and (Smith et al., 2010).";

        // When, Then
        assertThat(read("Results", text, new Span(14, 17)))
                .isEqualTo("[CLS] results [SEP] we agree with citation* and reference . [SEP]");
    }

    @Test
    void shouldTakeWholeGroupForTargetWhenTargetIsOneOfIt() {
        assertThat(read("", "We agree [2,3; 5–7].", new Span(12, 13))).isEqualTo("[CLS] we agree citation* . [SEP]");
    }

    @Test
    void shouldTakeNarrativeMarkerWhenNoBracketsStandAroundIt() {
        assertThat(read("", "We agree with Smith.", new Span(14, 19)))
                .isEqualTo("[CLS] we agree with citation* . [SEP]");
    }

    @Test
    void shouldTakeEveryMarkerForTargetWhenTargetIsUnknown() {
        assertThat(read("", "We agree [1] and [2].")).isEqualTo("[CLS] we agree citation* and citation* . [SEP]");
    }

    @Test
    void shouldKeepTargetInSightWhenSentenceIsLong() {
        // Given
        String text = "we ".repeat(5_000) + "agree [1]" + " and".repeat(5_000);

        // When
        String read = read("Results", text, new Span(15_006, 15_009));

        // Then
        assertThat(read).contains("agree citation* and").startsWith("[CLS] results [SEP] we");
        assertThat(read.split(" ")).hasSize(32);
    }

    @Test
    void shouldFrameNothingWhenTextIsEmptyOrMarkerLiesOutside() {
        assertThat(read("", "", new Span(3, 9))).isEqualTo("[CLS] [SEP]");
    }

    @Test
    void shouldPoolOpeningTokenWhenThereIsNoTarget() {
        // When
        float[] pool =
                inputs.tokens(new EncoderInput("", "we agree", List.of())).pool();

        // Then
        assertThat(pool).containsExactly(.25f, .25f, .25f, .25f, 1, 0, 0, 0);
    }
}
