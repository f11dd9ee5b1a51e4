package org.citestream.classify.train;

import java.util.Arrays;
import java.util.List;
import org.citestream.classify.decide.encoder.Blend;

/**
 * Fits a {@link Blend} to rows that neither model has seen, by gradient descent on the negative log-likelihood; offsets
 * are held near 0, for the rarest class has few rows. The same data give the same fit.
 */
final class BlendFit {

    private static final int STEPS = 400;
    private static final double RATE = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final double RIDGE = 1e-3;
    private static final double TINY = 1e-9;
    private static final int CLASSES = 3;
    private static final int PARAMETERS = 2 + CLASSES;

    private BlendFit() {}

    /**
     * Fits; without rows both models count alike.
     *
     * @param a probabilities by the linear model, by row and class
     * @param b probabilities by the encoder
     * @param gold the right classes
     * @param mix that both were made for
     * @param weights of the rows, such that the classes are mixed as {@code mix} says; where they are not, the blend learns
     *     the difference
     */
    static Blend fit(double[][] a, double[][] b, int[] gold, double[] mix, double[] weights) {
        double[][] first = logarithms(a, mix);
        double[][] second = logarithms(b, mix);
        double[] base = new double[CLASSES];
        Arrays.setAll(base, c -> StrictMath.log(mix[c]));
        double[] p = {0.5, 0.5, 0, 0, 0};
        double[] speed = new double[PARAMETERS];
        for (int step = 0; step < STEPS && gold.length > 0; step++) {
            double[] slope = slope(p, first, second, gold, base, weights);
            for (int i = 0; i < PARAMETERS; i++) {
                speed[i] = MOMENTUM * speed[i] - RATE * slope[i];
                p[i] = i < 2 ? Math.max(0, p[i] + speed[i]) : p[i] + speed[i];
            }
        }
        return new Blend(p[0], p[1], List.of(p[2], p[3], p[4]));
    }

    private static double[][] logarithms(double[][] probabilities, double[] mix) {
        double[][] logarithms = new double[probabilities.length][CLASSES];
        for (int i = 0; i < probabilities.length; i++) {
            for (int c = 0; c < CLASSES; c++) {
                logarithms[i][c] = StrictMath.log(Math.max(TINY, probabilities[i][c] / mix[c]));
            }
        }
        return logarithms;
    }

    private static double[] slope(
            double[] p, double[][] first, double[][] second, int[] gold, double[] base, double[] weights) {
        double[] slope = new double[PARAMETERS];
        double[] logits = new double[CLASSES];
        for (int i = 0; i < gold.length; i++) {
            for (int c = 0; c < CLASSES; c++) {
                logits[c] = p[0] * first[i][c] + p[1] * second[i][c] + p[2 + c] + base[c];
            }
            double[] q = Predictions.softmax(logits);
            for (int c = 0; c < CLASSES; c++) {
                double off = weights[i] * (q[c] - (gold[i] == c ? 1 : 0));
                slope[0] += off * first[i][c];
                slope[1] += off * second[i][c];
                slope[2 + c] += off;
            }
        }
        double all = Arrays.stream(weights).sum();
        for (int i = 0; i < PARAMETERS; i++) {
            slope[i] = slope[i] / all + (i < 2 ? 0 : RIDGE * p[i]);
        }
        return slope;
    }
}
