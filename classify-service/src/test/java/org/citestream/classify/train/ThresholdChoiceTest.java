package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.citestream.classify.decide.Thresholds;
import org.junit.jupiter.api.Test;

class ThresholdChoiceTest {

    @Test
    void shouldChooseLowestThresholdsAtWhichFourInFiveAreRight() {
        // Given: at .6 two of three supporting are right, from .75 on all; contrasting is always right
        double[][] scores = {
            {0.9, 0.1, 0}, {0.75, 0.25, 0}, {0.6, 0.4, 0}, {0, 0.4, 0.6}, {0.1, 0.9, 0},
        };
        Predictions verdicts = Predictions.of(new int[] {0, 0, 1, 2, 1}, scores);

        // When
        Thresholds thresholds = ThresholdChoice.of(verdicts, new double[] {1, 1, 1, 1, 1});

        // Then
        assertThat(thresholds).isEqualTo(new Thresholds(0.61, 0.5, 0.5));
    }
}
