package org.citestream.classify.train;

import java.util.ArrayList;
import java.util.List;

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
    record Unseen(List<LabelledRow> rows, int[] gold, double[][] margins) {}

    Unseen run(List<TrainingSet.Item> items) {
        var rows = new ArrayList<LabelledRow>();
        var gold = new ArrayList<Integer>();
        var margins = new ArrayList<double[]>();
        for (int fold = 0; fold < folds; fold++) {
            var seen = new ArrayList<LinearTrainer.Example>();
            for (var item : items) {
                if (item.row().fold(folds) != fold) {
                    seen.add(item.example());
                }
            }
            float[][] weights = trainer.train(seen, 3);
            for (var item : items) {
                if (item.row().fold(folds) == fold && item.gold()) {
                    rows.add(item.row());
                    gold.add(item.example().label());
                    margins.add(LinearTrainer.margins(weights, item.example().features()));
                }
            }
        }
        return new Unseen(rows, gold.stream().mapToInt(Integer::intValue).toArray(), margins.toArray(double[][]::new));
    }
}
