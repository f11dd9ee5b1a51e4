package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.citestream.classify.decide.BareStatement;
import org.citestream.classify.decide.CitationType;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.cue.CueClassifier;
import org.junit.jupiter.api.Test;

class CascadeTest {

    private static final EncoderScores SURE_OF_CONTRAST =
            new EncoderScores(new TypeScores(0.001, 0.001, 0.998), new IntentScores(0.001, 0.001, 0.998));
    private static final Blend EVENLY = new Blend(0.5, 0.5, List.of(0.0, 0.0, 0.0));
    private final CueClassifier first = new CueClassifier(0.5);

    private Cascade cascade(EncoderScorer second, DeferralRule doubt) {
        return new Cascade(first, second, doubt, new Blends(EVENLY, EVENLY), TypeScores.SERVED, Thresholds.all(0.6));
    }

    @Test
    void shouldBlendBothWhenFirstDoubts() {
        // Given
        Statement statement = BareStatement.of("We measured the same [1].");
        Decision alone = first.decide(statement);

        // When
        Decision both =
                cascade(input -> SURE_OF_CONTRAST, DeferralRule.about(1)).decide(statement);

        // Then
        double odds = Math.sqrt(alone.scores().contrasting() / alone.scores().mentioning() * (0.998 / 0.001));
        assertThat(both.scores().contrasting() / both.scores().mentioning()).isCloseTo(odds, withinPercentage(1));
        assertThat(both.mostProbable()).isEqualTo(CitationType.CONTRASTING);
        assertThat(both.confidence()).isEqualTo(both.scores().contrasting());
        assertThat(both.intent().orElseThrow().result()).isGreaterThan(0.5);
        assertThat(both.encoder()).isEqualTo(Encoder.ASKED);
    }

    @Test
    void shouldAskNobodyWhenFirstIsSureEnough() {
        // Given
        Statement statement = BareStatement.of("We measured the same [1].");
        Decision alone = first.decide(statement);

        // When
        Decision decision = cascade(
                        input -> SURE_OF_CONTRAST,
                        new DeferralRule(0.1, alone.scores().mentioning(), 0))
                .decide(statement);

        // Then
        assertThat(decision.scores()).isEqualTo(alone.scores());
        assertThat(decision.threshold()).isEqualTo(0.6);
        assertThat(decision.encoder()).isEqualTo(Encoder.NOT_ASKED);
    }

    @Test
    void shouldAskNobodyWhenItIsToDecideAlone() {
        // Given
        Statement statement = BareStatement.of("We measured the same [1].");
        EncoderScorer untouched = input -> {
            throw new AssertionError("asked");
        };
        // When
        Decision decision = cascade(untouched, DeferralRule.about(1)).decideAlone(statement);
        // Then
        assertThat(decision.scores()).isEqualTo(first.decide(statement).scores());
        assertThat(decision.threshold()).isEqualTo(0.6);
        assertThat(decision.encoder()).isEqualTo(Encoder.NOT_ASKED);
    }

    @Test
    void shouldKeepFirstAndSaySoWhenEncoderFails() {
        // Given
        EncoderScorer broken = input -> {
            throw new EncoderException("no library", new UnsatisfiedLinkError());
        };

        // When
        Decision decision =
                cascade(broken, DeferralRule.about(1)).decide(BareStatement.of("We measured the same [1]."));

        // Then
        assertThat(decision.encoder()).isEqualTo(Encoder.MISSING);
        assertThat(decision.failure()).isEmpty();
    }

    @Test
    void shouldNotAskWhenFirstCouldNotDecide() {
        // When
        Decision decision =
                cascade(input -> SURE_OF_CONTRAST, DeferralRule.about(1)).decide(BareStatement.of("12 [3]."));

        // Then
        assertThat(decision.failure()).isPresent();
        assertThat(decision.encoder()).isEqualTo(Encoder.NOT_ASKED);
    }
}
