package org.citestream.classify.train;

/** How far shown confidence and reached accuracy differ: expected calibration error over equal-width bins. */
final class Reliability {

    static final int BINS = 10;

    private final double[] weight = new double[BINS];
    private final double[] confidence = new double[BINS];
    private final double[] right = new double[BINS];

    void add(double shown, boolean correct, double w) {
        int bin = Math.min(BINS - 1, (int) (shown * BINS));
        weight[bin] += w;
        confidence[bin] += w * shown;
        right[bin] += correct ? w : 0;
    }

    /** The mean gap, each bin by its weight; 0 for nothing. */
    double error() {
        double all = 0;
        double gap = 0;
        for (int b = 0; b < BINS; b++) {
            all += weight[b];
            gap += Math.abs(confidence[b] - right[b]);
        }
        return all == 0 ? 0 : gap / all;
    }

    double weight(int bin) {
        return weight[bin];
    }

    /** Mean shown confidence of a bin; 0 for an empty one. */
    double shown(int bin) {
        return weight[bin] == 0 ? 0 : confidence[bin] / weight[bin];
    }

    /** Accuracy reached in a bin; 0 for an empty one. */
    double reached(int bin) {
        return weight[bin] == 0 ? 0 : right[bin] / weight[bin];
    }
}
