package org.citestream.classify.train;

import java.util.Arrays;
import org.citestream.classify.decide.linear.MatrixScaling;

/**
 * Fits a {@link MatrixScaling} to margins of rows the model has not seen: weighted multinomial logistic regression on three
 * numbers, by plain gradient descent, for it has twelve parameters only. The same data give the same fit.
 */
final class Calibrator {

    private static final int STEPS = 3000;
    private static final double RATE = 0.5;
    private static final double RIDGE = 1e-3;
    private static final int CLASSES = 3;
    private static final int SHARPENING_STEPS = 20;
    private static final double MOST_SHARPNESS = 4;

    private Calibrator() {}

    static MatrixScaling fit(double[][] margins, int[] gold) {
        double[] even = new double[gold.length];
        Arrays.fill(even, 1);
        return fit(margins, gold, even);
    }

    /** The same where rows count as much as their weights say. */
    static MatrixScaling fit(double[][] margins, int[] gold, double[] weights) {
        double[] p = new double[12];
        for (int c = 0; c < CLASSES; c++) {
            p[3 * c + c] = 2;
        }
        double[] speed = new double[12];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = gradient(p, margins, gold, weights);
            for (int i = 0; i < p.length; i++) {
                speed[i] = 0.9 * speed[i] - RATE * slope[i];
                p[i] += speed[i];
            }
        }
        float[] values = new float[MatrixScaling.SIZE];
        for (int i = 0; i < p.length; i++) {
            values[i] = (float) p[i];
        }
        return MatrixScaling.of(values);
    }

    /**
     * The factor of logits under which the right classes are most probable (temperature scaling, Guo et al. 2017), by Newton's
     * method; more than 1 where the rows are easier than those that the logits were fitted to.
     */
    static double sharpness(double[][] logits, int[] gold) {
        double factor = 1;
        for (int step = 0; step < SHARPENING_STEPS; step++) {
            double slope = 0;
            double bend = 0;
            for (int i = 0; i < gold.length; i++) {
                double[] z = logits[i];
                double at = factor;
                double[] q = Predictions.softmax(
                        Arrays.stream(z).map(value -> at * value).toArray());
                double mean = 0;
                double square = 0;
                for (int c = 0; c < CLASSES; c++) {
                    mean += q[c] * z[c];
                    square += q[c] * z[c] * z[c];
                }
                slope += mean - z[gold[i]];
                bend += square - mean * mean;
            }
            if (bend <= 0) {
                break;
            }
            factor = Math.min(MOST_SHARPNESS, Math.max(1 / MOST_SHARPNESS, factor - slope / bend));
        }
        return factor;
    }

    private static double[] gradient(double[] p, double[][] margins, int[] gold, double[] weights) {
        double[] slope = new double[12];
        double[] q = new double[CLASSES];
        for (int i = 0; i < gold.length; i++) {
            probabilities(p, margins[i], q);
            for (int c = 0; c < CLASSES; c++) {
                double off = weights[i] * (q[c] - (gold[i] == c ? 1 : 0));
                for (int k = 0; k < CLASSES; k++) {
                    slope[3 * c + k] += off * margins[i][k];
                }
                slope[9 + c] += off;
            }
        }
        double all = Arrays.stream(weights).sum();
        for (int i = 0; i < slope.length; i++) {
            slope[i] = slope[i] / all + RIDGE * p[i];
        }
        return slope;
    }

    private static void probabilities(double[] p, double[] m, double[] q) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            q[c] = p[3 * c] * m[0] + p[3 * c + 1] * m[1] + p[3 * c + 2] * m[2] + p[9 + c];
            max = Math.max(max, q[c]);
        }
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            q[c] = StrictMath.exp(q[c] - max);
            sum += q[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            q[c] /= sum;
        }
    }
}
