package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

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
        Blend blend = BlendFit.fit(guessing, right, gold, EVEN, EVEN);
        // Then
        assertThat(blend.second()).isGreaterThan(0.8);
        assertThat(blend.first()).isLessThan(0.1);
    }

    private static double[] sure(int c) {
        double[] p = {0.1, 0.1, 0.1};
        p[c] = 0.8;
        return p;
    }
}
