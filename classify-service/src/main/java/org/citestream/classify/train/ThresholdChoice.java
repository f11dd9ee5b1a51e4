package org.citestream.classify.train;

import java.util.stream.IntStream;
import org.citestream.classify.decide.Thresholds;

/**
 * Chooses thresholds by what readers want: of each rare type as much as can be published with four in five right. A
 * mention is published when it is more likely than not; below that it is a coin toss between types.
 */
final class ThresholdChoice {

    private static final double PRECISION = 0.8;
    private static final double LEAST = 0.5;
    private static final int STEPS = 49;
    private static final double STEP = 0.01;

    private ThresholdChoice() {}

    /**
     * The lowest thresholds from {@value #LEAST} on at and above which the precision is reached.
     *
     * @param weights of the rows, so that they stand for the traffic
     */
    static Thresholds of(Predictions verdicts, double[] weights) {
        return new Thresholds(lowest(verdicts, weights, 0), LEAST, lowest(verdicts, weights, 2));
    }

    private static double lowest(Predictions verdicts, double[] weights, int type) {
        int step = STEPS;
        while (step > 0 && precision(verdicts, weights, type, threshold(step - 1)) >= PRECISION) {
            step--;
        }
        return threshold(step);
    }

    private static double threshold(int step) {
        return Math.rint((LEAST + step * STEP) * 100) / 100;
    }

    /** Of what is published of a type; 1 where nothing is. */
    private static double precision(Predictions verdicts, double[] weights, int type, double threshold) {
        int[] published = IntStream.range(0, weights.length)
                .filter(i -> verdicts.predicted()[i] == type && verdicts.confidence(i) >= threshold)
                .toArray();
        double all = IntStream.of(published).mapToDouble(i -> weights[i]).sum();
        double right = IntStream.of(published)
                .filter(i -> verdicts.gold()[i] == type)
                .mapToDouble(i -> weights[i])
                .sum();
        return all == 0 ? 1 : right / all;
    }
}
