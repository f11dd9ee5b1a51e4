package org.citestream.classify.train;

/** What is published of weighted rows, and what is abstained from. */
final class SelectiveMetrics {

    private final Metrics said = new Metrics(3);
    private final double[] support = new double[3];
    private double all;
    private double abstained;

    /**
     * Counts.
     *
     * @param weights of all rows
     * @param thresholds confidence from which on a row is published, by the class predicted
     * @param rows that count, some perhaps more than once
     */
    SelectiveMetrics(Predictions verdicts, double[] weights, double[] thresholds, int[] rows) {
        for (int i : rows) {
            all += weights[i];
            support[verdicts.gold()[i]] += weights[i];
            if (verdicts.confidence(i) >= thresholds[verdicts.predicted()[i]]) {
                said.add(verdicts.gold()[i], verdicts.predicted()[i], weights[i]);
            } else {
                abstained += weights[i];
            }
        }
    }

    /** Share that is not published; 0 of nothing. */
    double abstained() {
        return all == 0 ? 0 : abstained / all;
    }

    /** Share of a class's published rows that are right; 0 where there are none. */
    double precision(int c) {
        return said.precision(c);
    }

    /** Share of a class's rows that are published as such; 0 where there are none. */
    double recall(int c) {
        return support[c] == 0 ? 0 : said.recall(c) * said.support(c) / support[c];
    }

    /** The same of those rows only that are published at all. */
    double recallOfPublished(int c) {
        return said.recall(c);
    }
}
