package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.TypeScores;
import org.junit.jupiter.api.Test;

class BlendTest {

    private static final TypeScores MIX = new TypeScores(0.1, 0.8, 0.1);

    @Test
    void shouldKeepTheMixWhenBothSayNothing() {
        // Given
        var blends =
                new Blends(new Blend(0.7, 0.6, List.of(0.0, 0.0, 0.0)), new Blend(0.5, 0.5, List.of(0.0, 0.0, 0.0)));
        // When
        TypeScores both = blends.types(MIX, MIX, MIX);
        // Then
        assertThat(both.supporting()).isCloseTo(0.1, within(1e-9));
        assertThat(both.mentioning()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void shouldFollowTheOneWhenTheOtherHasNoWeight() {
        // Given
        var blends = new Blends(new Blend(1, 0, List.of(0.0, 0.0, 0.0)), new Blend(0, 1, List.of(0.0, 0.0, 0.0)));
        var one = new TypeScores(0.6, 0.3, 0.1);
        var other = new TypeScores(0.1, 0.1, 0.8);
        // When, Then
        assertThat(blends.types(one, other, MIX).supporting()).isCloseTo(0.6, within(1e-9));
        assertThat(blends.intents(new IntentScores(1, 0, 0), new IntentScores(0.2, 0.5, 0.3))
                        .method())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void shouldReadWhatItWroteWhenStored() {
        // Given
        var blends = new Blends(
                new Blend(0.61, 0.59, List.of(0.12, 0.25, -0.31)), new Blend(0.5, 0.55, List.of(0.05, 0.1, -0.16)));
        // When, Then
        assertThat(Blends.parse("# comment\n" + blends.text())).isEqualTo(blends);
    }

    @Test
    void shouldSayWhatIsWrongWhenAWeightIsBelowZero() {
        assertThatThrownBy(() -> new Blend(-1, 1, List.of(0.0, 0.0, 0.0))).hasMessageContaining("at least 0");
    }
}
