package org.citestream.classify.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void shouldReadWhatItWroteWhenStored() {
        // Given
        var thresholds = new Thresholds(0.61, 0.5, 0.7);
        // When, Then
        assertThat(Thresholds.parse("# comment\n" + thresholds.text())).isEqualTo(thresholds);
    }

    @Test
    void shouldAskForTheThresholdOfTheMostProbableType() {
        // Given
        var thresholds = new Thresholds(0.6, 0.5, 0.7);
        // When, Then
        assertThat(thresholds.of(new TypeScores(0.5, 0.3, 0.2))).isEqualTo(0.6);
        assertThat(thresholds.of(new TypeScores(0.3, 0.5, 0.2))).isEqualTo(0.5);
        assertThat(thresholds.of(new TypeScores(0.2, 0.3, 0.5))).isEqualTo(0.7);
    }

    @Test
    void shouldRefuseWhatIsNoProbability() {
        assertThatThrownBy(() -> Thresholds.all(1.2)).hasMessageContaining("in [0, 1]");
    }
}
