package org.citestream.classify.train;

import org.citestream.classify.decide.linear.Calibration;

/**
 * What a calibrated model says of rows with known labels.
 *
 * @param scores probabilities by row and class
 * @param predicted the most probable class of each row
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
record Verdicts(int[] gold, double[][] scores, int[] predicted) {

    static Verdicts of(int[] gold, double[][] margins, Calibration calibration) {
        double[][] scores = new double[gold.length][3];
        int[] predicted = new int[gold.length];
        for (int i = 0; i < gold.length; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < 3; c++) {
                scores[i][c] = calibration.logit(c, margins[i][0], margins[i][1], margins[i][2]);
                if (scores[i][c] > max) {
                    max = scores[i][c];
                    predicted[i] = c;
                }
            }
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                scores[i][c] = StrictMath.exp(scores[i][c] - max);
                sum += scores[i][c];
            }
            for (int c = 0; c < 3; c++) {
                scores[i][c] /= sum;
            }
        }
        return new Verdicts(gold, scores, predicted);
    }

    double confidence(int row) {
        return scores[row][predicted[row]];
    }
}
