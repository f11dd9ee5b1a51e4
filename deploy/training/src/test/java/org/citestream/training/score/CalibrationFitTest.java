package org.citestream.training.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citestream.classify.decide.encoder.VectorScaling;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {

    @Test
    void shouldGrowModestWhenModelIsSurerThanRight() {
        // Given: always as sure of class 0, right in 70 of 100
        List<double[]> logits = new ArrayList<>();
        List<Set<Integer>> labels = new ArrayList<>();
        for (int row = 0; row < 100; row++) {
            logits.add(new double[] {6, 0, 0});
            labels.add(row < 70 ? Set.of(0) : Set.of(1, 2));
        }

        // When
        VectorScaling calibration = CalibrationFit.fit(logits, labels);

        // Then
        assertThat(CalibratedScores.probabilities(logits.get(0), calibration)[0])
                .isCloseTo(0.7, within(0.02));
    }

    @Test
    void shouldCountErrorsByClassWhenRowsAreScored() {
        // Given
        List<CalibratedScores> rows = List.of(
                new CalibratedScores("a", 0, new double[] {0.8, 0.1, 0.1}),
                new CalibratedScores("a", 1, new double[] {0.8, 0.1, 0.1}),
                new CalibratedScores("b", 1, new double[] {0.1, 0.8, 0.1}),
                new CalibratedScores("b", 2, new double[] {0.1, 0.1, 0.8}));

        // When, Then
        assertThat(Measures.precision(rows, 0)).isEqualTo(0.5);
        assertThat(Measures.recall(rows, 1)).isEqualTo(0.5);
        assertThat(Measures.macroF1(rows)).isCloseTo((2 / 3d + 2 / 3d + 1) / 3, within(1e-9));
        assertThat(Measures.calibrationError(rows)).isCloseTo(0.05, within(1e-9));
    }
}
