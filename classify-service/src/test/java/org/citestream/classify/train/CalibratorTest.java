package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.citestream.classify.decide.linear.MatrixScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {

    private static final int ROWS = 20_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.7})
    void findsHowMuchSurerTheLogitsOughtToBe(double truth) {
        // Given rows whose classes are drawn as logits times a factor say
        Random random = new Random(11);
        double[][] logits = new double[ROWS][];
        int[] gold = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            logits[i] = new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] q = Predictions.softmax(
                    IntStream.range(0, 3).mapToDouble(value(logits[i], truth)).toArray());
            double drawn = random.nextDouble();
            gold[i] = drawn < q[0] ? 0 : drawn < q[0] + q[1] ? 1 : 2;
        }

        // When
        double found = Calibrator.sharpness(logits, gold);

        // Then
        assertThat(found).isEqualTo(truth, within(0.06));
    }

    @Test
    void rowsThatAreAllRightDoNotMakeItSureWithoutLimit() {
        // Given
        double[][] logits = {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}};
        int[] gold = {0, 1, 2};

        // When
        double found = Calibrator.sharpness(logits, gold);

        // Then
        assertThat(found).isEqualTo(4);
    }

    @Test
    void aSharperMapHasTheSameOrderAndLargerDistances() {
        // Given
        float[] values = new float[MatrixScaling.SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 10f - 0.4f;
        }
        MatrixScaling map = MatrixScaling.of(values);

        // When
        MatrixScaling sharper = map.sharpened(1.5);

        // Then
        for (int c = 0; c < 3; c++) {
            assertThat(sharper.logit(c, 0.3, -1, 2)).isEqualTo(1.5 * map.logit(c, 0.3, -1, 2), within(1e-5));
        }
    }

    private static IntToDoubleFunction value(double[] logits, double factor) {
        return c -> factor * logits[c];
    }
}
