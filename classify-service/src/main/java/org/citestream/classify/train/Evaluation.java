package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelFile;

/**
 * Scores a model on labelled rows, twice: with the file's own mix of types taken as known (so that figures compare with
 * published ones), and as served, where types are as rare as in the traffic.
 */
public final class Evaluation {

    private final Function<TypeScores, Classifier> models;
    private final double threshold;
    private final TrainingSet set = new TrainingSet();

    /** Of a linear model alone. */
    public Evaluation(ModelFile model, double threshold) {
        this(mix -> new LinearClassifier(model.forMix(mix), threshold), threshold);
    }

    /**
     * Of any model.
     *
     * @param models gives it for any mix of types
     */
    public Evaluation(Function<TypeScores, Classifier> models, double threshold) {
        this.models = models;
        this.threshold = threshold;
    }

    /**
     * The report. Rows without a label for the task are counted and left out.
     *
     * @throws IllegalArgumentException if no row has a label for the task
     */
    public ObjectNode run(List<LabelledRow> rows, Task task) {
        var labelled = new ArrayList<LabelledRow>();
        var labels = new ArrayList<Integer>();
        for (LabelledRow row : rows) {
            label(row, task).ifPresent(label -> {
                labelled.add(row);
                labels.add(label);
            });
        }
        if (labelled.isEmpty()) {
            throw new IllegalArgumentException(
                    "no row has a label for " + task.name().toLowerCase(java.util.Locale.ROOT));
        }
        int[] gold = labels.stream().mapToInt(Integer::intValue).toArray();
        double[] mix = Training.shares(gold);
        Classifier served = models.apply(TypeScores.TRAFFIC);
        boolean known = task == Task.STANCE && mix[0] > 0 && mix[1] > 0 && mix[2] > 0;
        Classifier adapted = known ? models.apply(new TypeScores(mix[0], mix[1], mix[2])) : served;
        ObjectNode out = Report.of(task, verdicts(labelled, gold, adapted, task));
        out.put("task", task.name().toLowerCase(java.util.Locale.ROOT));
        out.put("mix", known ? "the file's own, taken as known" : "as served");
        out.put("leftOut", rows.size() - labelled.size());
        out.set("asServed", Report.of(task, verdicts(labelled, gold, served, task)));
        if (task == Task.STANCE) {
            double[] traffic = {
                TypeScores.TRAFFIC.supporting(), TypeScores.TRAFFIC.mentioning(), TypeScores.TRAFFIC.contrasting()
            };
            out.set("atTraffic", Report.atPrior(task, verdicts(labelled, gold, served, task), traffic, threshold));
        }
        out.putObject("model")
                .put("name", served.model().name())
                .put("version", served.model().version())
                .put("checksum", served.model().checksum());
        return out;
    }

    /** The file's own stance where it has one; else what training would make of the row. */
    private java.util.Optional<Integer> label(LabelledRow row, Task task) {
        var label = task == Task.STANCE && row.stance().isPresent() ? row.stance() : set.label(row, task);
        return label.or(() -> java.util.Optional.of(row.label()))
                .map(word -> task.classes().indexOf(word))
                .filter(index -> index >= 0);
    }

    private static Verdicts verdicts(List<LabelledRow> rows, int[] gold, Classifier classifier, Task task) {
        double[][] scores = new double[gold.length][];
        int[] predicted = new int[gold.length];
        for (int i = 0; i < gold.length; i++) {
            Decision decision = classifier.decide(rows.get(i).statement());
            scores[i] = scores(decision, task);
            for (int c = 1; c < 3; c++) {
                predicted[i] = scores[i][c] > scores[i][predicted[i]] ? c : predicted[i];
            }
        }
        return new Verdicts(gold, scores, predicted);
    }

    private static double[] scores(Decision decision, Task task) {
        if (task == Task.STANCE) {
            TypeScores types = decision.scores();
            return new double[] {types.supporting(), types.mentioning(), types.contrasting()};
        }
        return decision.intent()
                .map(intent -> new double[] {intent.background(), intent.method(), intent.result()})
                .orElse(new double[] {1, 0, 0});
    }
}
