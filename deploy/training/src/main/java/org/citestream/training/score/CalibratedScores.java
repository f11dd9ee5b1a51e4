package org.citestream.training.score;

import java.util.stream.IntStream;
import org.citestream.classify.decide.encoder.VectorScaling;

/**
 * A held-out row with one certain label and what the model said.
 *
 * @param group rows of one paper, drawn together when intervals are estimated
 * @param label the right class
 * @param probabilities of all classes
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
public record CalibratedScores(String group, int label, double[] probabilities) {

    /** The class said. */
    public int said() {
        return IntStream.range(0, probabilities.length)
                .reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
                .orElseThrow();
    }

    /** The probability of the class said. */
    public double confidence() {
        return probabilities[said()];
    }

    /** Softmax of calibrated logits. */
    public static double[] probabilities(double[] logits, VectorScaling calibration) {
        double[] p = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(calibration.factor() * logits[k] + calibration.offsets()[k]);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
