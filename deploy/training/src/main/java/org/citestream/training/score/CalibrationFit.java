package org.citestream.training.score;

import java.util.List;
import java.util.Set;
import org.citestream.classify.decide.encoder.VectorScaling;

/**
 * Fits vector scaling on held-out rows by gradient descent on the negative log-likelihood; a row's label may be a set.
 * Offsets are held near 0 by a weak prior, for the rarest class has few rows.
 */
public final class CalibrationFit {

    private static final int STEPS = 3_000;
    private static final double RATE = 0.2;
    private static final double PRIOR = 0.002;
    private static final int CLASSES = 3;

    private CalibrationFit() {}

    /**
     * Fits.
     *
     * @param logits three values a row
     * @param labels of each row, never empty
     */
    public static VectorScaling fit(List<double[]> logits, List<Set<Integer>> labels) {
        double factor = 1;
        double[] offsets = new double[CLASSES];
        for (int step = 0; step < STEPS; step++) {
            double slope = 0;
            double[] slopes = new double[CLASSES];
            for (int row = 0; row < logits.size(); row++) {
                double[] p = CalibratedScores.probabilities(logits.get(row), new VectorScaling(factor, offsets));
                double allowed = 0;
                for (int type : labels.get(row)) {
                    allowed += p[type];
                }
                for (int k = 0; k < CLASSES; k++) {
                    double wanted = labels.get(row).contains(k) ? p[k] / allowed : 0;
                    slopes[k] += p[k] - wanted;
                    slope += (p[k] - wanted) * logits.get(row)[k];
                }
            }
            factor = Math.max(0.05, factor - RATE * slope / logits.size());
            for (int k = 0; k < CLASSES; k++) {
                offsets[k] -= RATE * (slopes[k] / logits.size() + PRIOR * offsets[k]);
            }
        }
        return new VectorScaling(factor, offsets);
    }
}
