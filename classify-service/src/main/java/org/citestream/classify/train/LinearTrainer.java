package org.citestream.classify.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.citestream.classify.decide.linear.Features;

/** One linear separator a class, by liblinear; the same data give the same weights. */
final class LinearTrainer {

    private final double cost;
    private final int buckets;

    LinearTrainer(double cost) {
        this(cost, Features.BUCKETS);
    }

    LinearTrainer(double cost, int buckets) {
        this.cost = cost;
        this.buckets = buckets;
    }

    /** An example: sorted features, its class, and how often it counts. */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    record Example(Feature[] features, int label, int copies) {}

    /** Weights by class and bucket; the last column is the bias. */
    float[][] train(List<Example> examples, int classes) {
        Linear.disableDebugOutput();
        int rows = examples.stream().mapToInt(Example::copies).sum();
        var problem = new Problem();
        problem.n = buckets + 1;
        problem.bias = 1;
        problem.l = rows;
        problem.x = new Feature[rows][];
        problem.y = new double[rows];
        int at = 0;
        for (Example example : examples) {
            for (int i = 0; i < example.copies(); i++) {
                problem.x[at] = example.features();
                problem.y[at] = example.label();
                at++;
            }
        }
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, 0.1);
        parameter.setMaxIters(200);
        parameter.setRandom(new Random(7));
        Model model = Linear.train(problem, parameter);
        return byClass(model, classes);
    }

    private float[][] byClass(Model model, int classes) {
        double[] all = model.getFeatureWeights();
        int columns = model.getNrClass();
        var weights = new float[classes][buckets + 1];
        int[] labels = model.getLabels();
        for (int column = 0; column < columns; column++) {
            for (int f = 0; f <= buckets; f++) {
                weights[labels[column]][f] = (float) all[f * columns + column];
            }
        }
        return weights;
    }

    /** Features of a statement as liblinear wants them, ascending; the bias stands last. */
    static Feature[] features(Features features) {
        var nodes = new Feature[features.size() + 1];
        for (int i = 0; i < features.size(); i++) {
            nodes[i] = new FeatureNode(features.bucket(i) + 1, features.value(i));
        }
        nodes[nodes.length - 1] = new FeatureNode(Features.BUCKETS + 1, 1);
        Arrays.sort(nodes, Comparator.comparingInt(Feature::getIndex));
        return nodes;
    }

    static double[] margins(float[][] weights, Feature[] features) {
        var margins = new double[weights.length];
        for (Feature feature : features) {
            for (int c = 0; c < margins.length; c++) {
                margins[c] += weights[c][feature.getIndex() - 1] * feature.getValue();
            }
        }
        return margins;
    }
}
