package org.citestream.classify.train;

import java.util.List;
import java.util.stream.IntStream;
import org.citestream.classify.decide.TypeScores;

/**
 * Weights gold rows so that they represent the traffic. Of the two rare types every row counts alike, up to the type's
 * share of the traffic. Mentions were chosen for being hard, so they are post-stratified: within a band of the linear
 * model's probability of a mention they count alike, and the band counts as much as it holds of the random mentions.
 * Rows of other sets count nothing.
 */
final class TrafficWeights {

    /** Edges of the bands: a mention is mostly sure to be one, and what is not is what errors come from. */
    private static final double[] EDGES = {0.3, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99};

    private static final int MENTIONING = 1;
    private static final String GOLD = "gold";

    private TrafficWeights() {}

    /**
     * One weight a row; all 0 without random rows of the gold set.
     *
     * @param gold the right type of each row
     * @param mention the linear model's probability of a mention, of each row
     * @param shares of the types in what the rows shall stand for
     */
    static double[] of(List<LabelledRow> rows, int[] gold, double[] mention, TypeScores shares) {
        double[] random = new double[EDGES.length + 1];
        double[] all = new double[EDGES.length + 1];
        double[] types = new double[3];
        int[] own = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).source().equals(GOLD))
                .toArray();
        for (int i : own) {
            types[gold[i]]++;
            if (gold[i] == MENTIONING) {
                all[band(mention[i])]++;
                random[band(mention[i])] += rows.get(i).random() ? 1 : 0;
            }
        }
        double drawn =
                IntStream.range(0, random.length).mapToDouble(b -> random[b]).sum();
        double[] weights = new double[rows.size()];
        double[] mix = shares.array();
        for (int i : own) {
            int band = band(mention[i]);
            double share = gold[i] == MENTIONING ? random[band] / drawn / all[band] : 1 / types[gold[i]];
            weights[i] = drawn == 0 ? 0 : mix[gold[i]] * share * own.length;
        }
        return weights;
    }

    private static int band(double mention) {
        int band = 0;
        while (band < EDGES.length && mention >= EDGES[band]) {
            band++;
        }
        return band;
    }
}
