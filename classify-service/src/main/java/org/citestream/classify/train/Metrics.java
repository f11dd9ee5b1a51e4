package org.citestream.classify.train;

import java.util.Arrays;
import java.util.Random;

/**
 * Counts of gold against predicted classes, and what follows from them. Rows may carry weights, so that a sample can
 * stand for another mix of classes.
 */
public final class Metrics {

    private final double[][] counts;

    public Metrics(int classes) {
        this.counts = new double[classes][classes];
    }

    /** Of parallel arrays. */
    public static Metrics of(int[] gold, int[] predicted, int classes) {
        var metrics = new Metrics(classes);
        for (int i = 0; i < gold.length; i++) {
            metrics.add(gold[i], predicted[i], 1);
        }
        return metrics;
    }

    public void add(int gold, int predicted, double weight) {
        counts[gold][predicted] += weight;
    }

    public double precision(int c) {
        double predicted = 0;
        for (double[] row : counts) {
            predicted += row[c];
        }
        return predicted == 0 ? 0 : counts[c][c] / predicted;
    }

    public double recall(int c) {
        double all = support(c);
        return all == 0 ? 0 : counts[c][c] / all;
    }

    public double support(int c) {
        double all = 0;
        for (double n : counts[c]) {
            all += n;
        }
        return all;
    }

    public double f1(int c) {
        double p = precision(c);
        double r = recall(c);
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    public double macroF1() {
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += f1(c);
        }
        return sum / counts.length;
    }

    /** The 2.5 and 97.5 percentiles over resampled rows: of each class's F1, and last of macro-F1. */
    public static double[][] intervals(int[] gold, int[] predicted, int classes, int times) {
        var random = new Random(42);
        double[][] values = new double[classes + 1][times];
        for (int t = 0; t < times; t++) {
            var metrics = new Metrics(classes);
            for (int i = 0; i < gold.length; i++) {
                int at = random.nextInt(gold.length);
                metrics.add(gold[at], predicted[at], 1);
            }
            for (int c = 0; c < classes; c++) {
                values[c][t] = metrics.f1(c);
            }
            values[classes][t] = metrics.macroF1();
        }
        double[][] intervals = new double[classes + 1][];
        for (int c = 0; c <= classes; c++) {
            Arrays.sort(values[c]);
            intervals[c] = new double[] {values[c][(int) (0.025 * times)], values[c][(int) (0.975 * times)]};
        }
        return intervals;
    }
}
