package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.citestream.classify.decide.BatchClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelFile;

/**
 * Scores a model on labelled rows as it is served; then, where it is told how the types are mixed among them; then as if
 * they were mixed as in the traffic.
 */
public final class Evaluation {

    private final Function<TypeScores, Classifier> models;
    private final Thresholds thresholds;
    private final TrainingSet set = new TrainingSet();

    /** Of a linear model alone. */
    public Evaluation(ModelFile model, Thresholds thresholds) {
        this(mix -> new LinearClassifier(model.forMix(mix), thresholds), thresholds);
    }

    /**
     * Of any model.
     *
     * @param models gives it for any mix of types
     */
    public Evaluation(Function<TypeScores, Classifier> models, Thresholds thresholds) {
        this.models = models;
        this.thresholds = thresholds;
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
        Classifier served = models.apply(TypeScores.SERVED);
        Predictions verdicts = verdicts(labelled, gold, served, task);
        ObjectNode out = Report.of(task, verdicts);
        out.put("task", task.name().toLowerCase(java.util.Locale.ROOT));
        out.put("leftOut", rows.size() - labelled.size());
        double[] mix = Training.shares(gold);
        if (task == Task.STANCE && mix[0] > 0 && mix[1] > 0 && mix[2] > 0) {
            Classifier told = models.apply(new TypeScores(mix[0], mix[1], mix[2]));
            out.set("mixTold", Report.of(task, verdicts(labelled, gold, told, task)));
            double[] weights = Report.weights(verdicts, TypeScores.TRAFFIC.array());
            out.set("atTraffic", Report.published(task, verdicts, weights, thresholds.array()));
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

    private static Predictions verdicts(List<LabelledRow> rows, int[] gold, Classifier classifier, Task task) {
        try (var threads = new BatchClassifier(0)) {
            return Predictions.of(
                    gold,
                    threads.each(rows, row -> scores(classifier.decide(row.statement()), task))
                            .toArray(double[][]::new));
        }
    }

    private static double[] scores(Decision decision, Task task) {
        if (task == Task.STANCE) {
            return decision.scores().array();
        }
        return decision.intent().map(IntentScores::array).orElse(new double[] {1, 0, 0});
    }
}
