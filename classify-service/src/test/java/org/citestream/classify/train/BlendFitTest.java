package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citestream.classify.decide.encoder.Blend;
import org.junit.jupiter.api.Test;

class BlendFitTest {

    private static final double[] EVEN = {1, 1, 1};

    @Test
    void shouldTrustTheOneThatIsRightWhenTheOtherGuesses() {
        // Given
        int rows = 300;
        int[] gold = new int[rows];
        double[][] right = new double[rows][];
        double[][] guessing = new double[rows][];
        for (int i = 0; i < rows; i++) {
            gold[i] = i % 3;
            // Right nine times in ten.
            right[i] = sure(i % 10 == 0 ? (gold[i] + 1) % 3 : gold[i]);
            guessing[i] = sure(i / 3 % 3);
        }
        // When
        Blend blend = BlendFit.fit(guessing, right, gold, EVEN, alike(rows));
        // Then
        assertThat(blend.second()).isGreaterThan(0.8);
        assertThat(blend.first()).isLessThan(0.1);
    }

    @Test
    void shouldTrustBothAlikeWhenThereIsNothingToLearnFrom() {
        // When
        Blend blend = BlendFit.fit(new double[0][], new double[0][], new int[0], EVEN, alike(0));
        // Then
        assertThat(blend).isEqualTo(new Blend(0.5, 0.5, List.of(0.0, 0.0, 0.0)));
    }

    @Test
    void shouldFitWhenAClassHasNoRow() {
        // Given
        double[][] sure = {sure(0), sure(0), sure(1)};
        // When
        Blend blend = BlendFit.fit(sure, sure, new int[] {0, 0, 1}, EVEN, alike(3));
        // Then
        assertThat(blend.first()).isPositive();
    }

    @Test
    void shouldFollowTheRowsThatCountWhenTwoSaysDiffer() {
        // Given: the first is right about half of the rows, the second about the others
        double[][] first = {sure(0), sure(1), sure(2), sure(1), sure(2), sure(0)};
        double[][] second = {sure(1), sure(2), sure(0), sure(0), sure(1), sure(2)};
        int[] gold = {0, 1, 2, 0, 1, 2};
        // When
        Blend blend = BlendFit.fit(first, second, gold, EVEN, new double[] {9, 9, 9, 1, 1, 1});
        // Then
        assertThat(blend.first()).isGreaterThan(blend.second());
    }

    private static double[] alike(int rows) {
        double[] weights = new double[rows];
        java.util.Arrays.fill(weights, 1);
        return weights;
    }

    private static double[] sure(int c) {
        double[] p = {0.1, 0.1, 0.1};
        p[c] = 0.8;
        return p;
    }
}
