package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures of one set of verdicts as a JSON tree, for the model card and for {@code evaluate}. */
final class Report {

    private static final int RESAMPLES = 1000;

    private Report() {}

    static ObjectNode of(Task task, Predictions verdicts) {
        int classes = task.classes().size();
        var metrics = Metrics.of(verdicts.gold(), verdicts.predicted(), classes);
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("rows", verdicts.gold().length);
        out.put("macroF1", rounded(metrics.macroF1()));
        double[][] intervals = Metrics.intervals(verdicts.gold(), verdicts.predicted(), classes, RESAMPLES);
        interval(out.putArray("macroF1Interval"), intervals[classes]);
        ObjectNode byClass = out.putObject("classes");
        for (int c = 0; c < classes; c++) {
            ObjectNode one = byClass.putObject(task.classes().get(c));
            one.put("rows", Math.round(metrics.support(c)));
            one.put("precision", rounded(metrics.precision(c)));
            one.put("recall", rounded(metrics.recall(c)));
            one.put("f1", rounded(metrics.f1(c)));
            interval(one.putArray("f1Interval"), intervals[c]);
            int[] shown = rows(verdicts, c);
            one.put(
                    "ece",
                    rounded(reliability(verdicts, shown, weights(verdicts, null))
                            .error()));
        }
        int[] all = IntStream.range(0, verdicts.gold().length).toArray();
        curve(out, reliability(verdicts, all, weights(verdicts, null)));
        return out;
    }

    /** Rows weighted to another mix of classes: precision of what is published, and the calibration. */
    static ObjectNode published(Task task, Predictions verdicts, double[] weights, double[] thresholds) {
        return published(
                task,
                verdicts,
                weights,
                thresholds,
                IntStream.range(0, weights.length).toArray());
    }

    /** The same of some rows. */
    static ObjectNode published(Task task, Predictions verdicts, double[] weights, double[] thresholds, int[] rows) {
        var published = new SelectiveMetrics(verdicts, weights, thresholds, rows);
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("rows", rows.length);
        out.put("threshold", thresholds[1]);
        out.put("abstained", rounded(published.abstained()));
        ObjectNode byClass = out.putObject("classes");
        for (int c = 0; c < task.classes().size(); c++) {
            byClass.putObject(task.classes().get(c))
                    .put("precision", rounded(published.precision(c)))
                    .put("recall", rounded(published.recall(c)))
                    .put("recallOfPublished", rounded(published.recallOfPublished(c)));
        }
        curve(out, reliability(verdicts, rows, weights));
        return out;
    }

    /** Puts 95 % intervals beside precision and recall, from resampled rows. */
    static ObjectNode withIntervals(
            ObjectNode published, Task task, Predictions verdicts, double[] weights, double[] thresholds) {
        int[] all =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        int classes = task.classes().size();
        double[][] precision = new double[classes][RESAMPLES];
        double[][] recall = new double[classes][RESAMPLES];
        var random = new Random(42);
        for (int t = 0; t < RESAMPLES; t++) {
            int[] drawn =
                    random.ints(all.length, 0, all.length).map(i -> all[i]).toArray();
            var one = new SelectiveMetrics(verdicts, weights, thresholds, drawn);
            for (int c = 0; c < classes; c++) {
                precision[c][t] = one.precision(c);
                recall[c][t] = one.recall(c);
            }
        }
        for (int c = 0; c < classes; c++) {
            ObjectNode one =
                    (ObjectNode) published.at("/classes/" + task.classes().get(c));
            interval(one.putArray("precisionInterval"), middle(precision[c]));
            interval(one.putArray("recallInterval"), middle(recall[c]));
        }
        return published;
    }

    private static double[] middle(double[] values) {
        Arrays.sort(values);
        return new double[] {values[(int) (0.025 * values.length)], values[(int) (0.975 * values.length)]};
    }

    private static void curve(ObjectNode out, Reliability reliability) {
        out.put("ece", rounded(reliability.error()));
        ArrayNode bins = out.putArray("calibration");
        for (int b = 0; b < Reliability.BINS; b++) {
            if (reliability.weight(b) > 0) {
                bins.addObject()
                        .put("weight", rounded(reliability.weight(b)))
                        .put("shown", rounded(reliability.shown(b)))
                        .put("reached", rounded(reliability.reached(b)));
            }
        }
    }

    private static Reliability reliability(Predictions verdicts, int[] rows, double[] weights) {
        var reliability = new Reliability();
        for (int i : rows) {
            reliability.add(verdicts.confidence(i), verdicts.gold()[i] == verdicts.predicted()[i], weights[i]);
        }
        return reliability;
    }

    private static int[] rows(Predictions verdicts, int predicted) {
        return IntStream.range(0, verdicts.gold().length)
                .filter(i -> verdicts.predicted()[i] == predicted)
                .toArray();
    }

    /** Ones, or what turns the rows' mix into {@code prior}. */
    static double[] weights(Predictions verdicts, double[] prior) {
        double[] weights = new double[verdicts.gold().length];
        double[] counts = new double[3];
        for (int gold : verdicts.gold()) {
            counts[gold]++;
        }
        for (int i = 0; i < weights.length; i++) {
            int gold = verdicts.gold()[i];
            weights[i] = prior == null ? 1 : prior[gold] * weights.length / counts[gold];
        }
        return weights;
    }

    private static void interval(ArrayNode out, double[] bounds) {
        for (double bound : bounds) {
            out.add(rounded(bound));
        }
    }

    static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
