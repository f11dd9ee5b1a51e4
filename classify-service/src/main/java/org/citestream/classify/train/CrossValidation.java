package org.citestream.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Margins for every gold row by a model that has seen neither the row nor its citing paper. */
final class CrossValidation {

    private final LinearTrainer trainer;
    private final int folds;

    CrossValidation(LinearTrainer trainer, int folds) {
        this.trainer = trainer;
        this.folds = folds;
    }

    /**
     * Parallel arrays over the gold rows.
     *
     * @param rows the rows themselves
     * @param margins three a row
     */
    @SuppressWarnings("ArrayRecordComponent") // Numbers in bulk, never compared.
    record HeldOutMargins(List<LabelledRow> rows, int[] gold, double[][] margins) {}

    /** Folds are trained side by side; each has a random sequence of its own, so that the weights are always the same. */
    HeldOutMargins run(List<TrainingSet.TrainingItem> items) {
        var rows = new ArrayList<LabelledRow>();
        var gold = new ArrayList<Integer>();
        var margins = new ArrayList<double[]>();
        List<float[][]> weights = IntStream.range(0, folds)
                .parallel()
                .mapToObj(fold -> trainer.train(without(items, fold), 3))
                .toList();
        for (int fold = 0; fold < folds; fold++) {
            for (var item : items) {
                if (item.measured() && item.row().fold(folds) == fold) {
                    rows.add(item.row());
                    gold.add(item.example().label());
                    margins.add(LinearTrainer.margins(
                            weights.get(fold), item.example().features()));
                }
            }
        }
        return new HeldOutMargins(
                rows, gold.stream().mapToInt(Integer::intValue).toArray(), margins.toArray(double[][]::new));
    }

    private List<LinearTrainer.Example> without(List<TrainingSet.TrainingItem> items, int fold) {
        return items.stream()
                .filter(item -> item.teaches() && item.row().fold(folds) != fold)
                .map(TrainingSet.TrainingItem::example)
                .toList();
    }
}
