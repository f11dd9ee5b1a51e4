package org.citestream.classify.decide.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorScalingTest {

    @Test
    void shouldScaleAndShiftWhenReadFromText() {
        // Given
        VectorScaling calibration = VectorScaling.parse("0.5 1 -1 0");

        // When
        double[] logits = calibration.apply(new float[] {9, 9, 2, 4, 6}, 2);

        // Then
        assertThat(logits).containsExactly(2, 1, 3);
        assertThat(calibration.text()).isEqualTo("0.500000 1.000000 -1.000000 0.000000");
    }

    @Test
    void shouldRefuseFactorWhenItWouldTurnScoresRound() {
        assertThatThrownBy(() -> new VectorScaling(-1, new double[3])).hasMessageContaining("above 0");
    }
}
