package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citestream.classify.decide.Span;
import org.junit.jupiter.api.Test;

class EncoderInputsTest {

    private final WordPiece words = new WordPiece(List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "citation", "reference", "we", "agree", "with", "and", ".", "results"));
    private final EncoderInputs inputs = new EncoderInputs(words, 64);

    private String read(String heading, String text, Span... target) {
        return read(new EncoderInput(heading, "", text, "", List.of(target)));
    }

    /** Tokens of the citing sentence stand in angle brackets, the target's have a star. */
    private String read(EncoderInput input) {
        EncoderTokens tokens = inputs.tokens(input);
        return IntStream.range(0, tokens.length())
                .mapToObj(i -> (i == tokens.from() ? "<" : "")
                        + words.pieces().get(tokens.ids()[i])
                        + (tokens.target()[i] ? "*" : "")
                        + (i == tokens.to() - 1 && tokens.to() > tokens.from() ? ">" : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldSetTargetOffFromOtherMarkersWhenSentenceHasBoth() {
        // Given
        String text = "We agree with [3] and (Smith et al., 2010).";

        // When, Then
        assertThat(read("Results", text, new Span(14, 17)))
                .isEqualTo("[CLS] results [SEP] [SEP] <we agree with citation* and reference .> [SEP] [SEP]");
    }

    @Test
    void shouldTakeWholeGroupForTargetWhenTargetIsOneOfIt() {
        assertThat(read("", "We agree [2,3; 5–7].", new Span(12, 13)))
                .isEqualTo("[CLS] [SEP] [SEP] <we agree citation* .> [SEP] [SEP]");
    }

    @Test
    void shouldTakeNarrativeMarkerWhenNoBracketsStandAroundIt() {
        assertThat(read("", "We agree with Smith.", new Span(14, 19)))
                .isEqualTo("[CLS] [SEP] [SEP] <we agree with citation* .> [SEP] [SEP]");
    }

    @Test
    void shouldTakeEveryMarkerForTargetWhenTargetIsUnknown() {
        assertThat(read("", "We agree [1] and [2]."))
                .isEqualTo("[CLS] [SEP] [SEP] <we agree citation* and citation* .> [SEP] [SEP]");
    }

    @Test
    void shouldKeepTargetInSightWhenSentenceIsLong() {
        // Given
        String text = "we ".repeat(5_000) + "agree [1]" + " and".repeat(5_000);

        // When
        String read = read("Results", text, new Span(15_006, 15_009));

        // Then
        assertThat(read).contains("agree citation* and").startsWith("[CLS] results [SEP] [SEP] <we");
        assertThat(read.split(" ")).hasSize(64);
    }

    @Test
    void shouldFrameNothingWhenTextIsEmptyOrMarkerLiesOutside() {
        assertThat(read("", "", new Span(3, 9))).isEqualTo("[CLS] [SEP] [SEP] <[SEP] [SEP]");
    }

    @Test
    void shouldReadEndBeforeAndBeginningAfterWhenNeighboursAreLong() {
        // Given
        String before = "and ".repeat(50) + "we [7].";
        String after = "We [8] agree" + " and".repeat(50);

        // When
        String read = read(new EncoderInput("Results", before, "We agree [1].", after, List.of()));

        // Then
        assertThat(read)
                .isEqualTo("[CLS] results [SEP] " + "and ".repeat(21)
                        + "we reference . [SEP] <we agree citation* .> [SEP] we reference agree" + " and".repeat(13)
                        + " [SEP]");
    }

    @Test
    void shouldLeaveNeighboursLittleWhenSentenceIsLong() {
        // When
        String read =
                read(new EncoderInput("", "and ".repeat(50), "we ".repeat(90) + "[1]", "and ".repeat(50), List.of()));

        // Then
        assertThat(read)
                .isEqualTo("[CLS] [SEP] " + "and ".repeat(12) + "[SEP] <" + "we ".repeat(40) + "citation*> [SEP] "
                        + "and ".repeat(6) + "[SEP]");
    }

    @Test
    void shouldPoolOpeningTokenSentenceAndTargetWhenAllAreThere() {
        // When
        EncoderTokens tokens = inputs.tokens(new EncoderInput("", "", "we agree [1] .", "", List.of()));

        // Then: [CLS] [SEP] [SEP] we agree citation . [SEP] [SEP]
        assertThat(tokens.pool())
                .containsExactly(
                        1, 0, 0, 0, 0, 0, 0, 0, 0, //
                        0, 0, 0, .25f, .25f, .25f, .25f, 0, 0, //
                        0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void shouldPoolWhatThereIsWhenTargetOrSentenceIsMissing() {
        // When
        float[] plain = inputs.tokens(new EncoderInput("", "", "we agree", "", List.of()))
                .pool();
        float[] empty =
                inputs.tokens(new EncoderInput("", "", "", "", List.of())).pool();

        // Then
        assertThat(Arrays.copyOfRange(plain, 7, 14)).containsExactly(0, 0, 0, .5f, .5f, 0, 0);
        assertThat(Arrays.copyOfRange(plain, 14, 21)).containsExactly(0, 0, 0, .5f, .5f, 0, 0);
        assertThat(empty).containsExactly(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    }
}
