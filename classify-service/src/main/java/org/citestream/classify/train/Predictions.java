package org.citestream.classify.train;

import java.util.stream.IntStream;
import org.citestream.classify.decide.linear.MatrixScaling;

/**
 * What a calibrated model says of rows with known labels.
 *
 * @param scores probabilities by row and class
 * @param predicted the most probable class of each row
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
record Predictions(int[] gold, double[][] scores, int[] predicted) {

    static Predictions of(int[] gold, double[][] margins, MatrixScaling calibration) {
        double[][] scores = new double[gold.length][];
        for (int i = 0; i < gold.length; i++) {
            double[] logits = new double[3];
            for (int c = 0; c < 3; c++) {
                logits[c] = calibration.logit(c, margins[i][0], margins[i][1], margins[i][2]);
            }
            scores[i] = softmax(logits);
        }
        return of(gold, scores);
    }

    /** Of probabilities. */
    static Predictions of(int[] gold, double[][] scores) {
        int[] predicted = new int[gold.length];
        for (int i = 0; i < gold.length; i++) {
            for (int c = 1; c < 3; c++) {
                predicted[i] = scores[i][c] > scores[i][predicted[i]] ? c : predicted[i];
            }
        }
        return new Predictions(gold, scores, predicted);
    }

    static double[] softmax(double[] logits) {
        double max = Math.max(logits[0], Math.max(logits[1], logits[2]));
        double[] p = new double[3];
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            p[c] = StrictMath.exp(logits[c] - max);
            sum += p[c];
        }
        for (int c = 0; c < 3; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** The same rows where the classes are mixed otherwise than the scores were made for. */
    Predictions moved(double[] from, double[] to) {
        double[][] moved = new double[gold.length][];
        for (int i = 0; i < gold.length; i++) {
            double[] logits = new double[3];
            for (int c = 0; c < 3; c++) {
                logits[c] = StrictMath.log(Math.max(1e-12, scores[i][c]) * to[c] / from[c]);
            }
            moved[i] = softmax(logits);
        }
        return of(gold, moved);
    }

    /** Some of the rows. */
    Predictions only(int[] rows) {
        return of(
                IntStream.of(rows).map(row -> gold[row]).toArray(),
                IntStream.of(rows).mapToObj(row -> scores[row]).toArray(double[][]::new));
    }

    double confidence(int row) {
        return scores[row][predicted[row]];
    }
}
