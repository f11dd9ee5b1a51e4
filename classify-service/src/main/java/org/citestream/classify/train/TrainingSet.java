package org.citestream.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueList;
import org.citestream.classify.decide.linear.Features;

/**
 * Which rows teach what, and how much. Rows labelled by the definition count twice, weak ones and coin tosses once or not at
 * all. Development rows of the gold set teach nothing; every third of its others teaches without its context too, so that a
 * bare sentence is judged no worse for the context that others have.
 */
final class TrainingSet {

    private static final int SURE = 2;
    private static final int WEAK = 1;
    private static final int BARE_SHARE = 3;
    /** Sets whose intents are ours. */
    private static final Set<String> INTENTS = Set.of("gold", "scicite");

    private final CueAutomaton automaton = new CueAutomaton(CueList.shipped().cues());
    private final ResultStance results = new ResultStance();

    /**
     * A row with its class for one task.
     *
     * @param teaches whether the model learns from it
     * @param measured whether what a model says of it, unseen, is kept
     */
    record TrainingItem(LabelledRow row, LinearTrainer.Example example, boolean teaches, boolean measured) {}

    /** All rows that have a label for a task, some of them again without their context; the others are left out. */
    List<TrainingItem> items(List<LabelledRow> rows, Task task) {
        var features = new Features(automaton);
        var items = new ArrayList<TrainingItem>();
        for (LabelledRow row : rows) {
            label(row, task).ifPresent(word -> {
                int label = task.classes().indexOf(word);
                boolean teaches = !(row.gold() && row.split().equals("dev"));
                Statement statement = row.statement();
                items.add(new TrainingItem(
                        row, example(features, statement, label, copies(row)), teaches, row.definite()));
                if (teaches && row.gold() && EncoderSplit.part(row.text(), BARE_SHARE) == 0) {
                    for (Statement bare :
                            List.of(statement.alone(), statement.alone().under(statement))) {
                        items.add(new TrainingItem(row, example(features, bare, label, WEAK), true, false));
                    }
                }
            });
        }
        return items;
    }

    private static LinearTrainer.Example example(Features features, Statement statement, int label, int copies) {
        return new LinearTrainer.Example(LinearTrainer.features(features.read(statement)), label, copies);
    }

    /** {@code export-gold} writes accepted corrections under the name of their own. */
    private static int copies(LabelledRow row) {
        return switch (row.source()) {
            case "gold", "clinical", "corrections" -> row.agreement() < 1 ? WEAK : SURE;
            default -> WEAK;
        };
    }

    /** The label of a row for a task, by the project's definitions; empty where the row says nothing about it. */
    Optional<String> label(LabelledRow row, Task task) {
        if (task == Task.INTENT) {
            return row.intent().filter(known -> INTENTS.contains(row.source()));
        }
        return switch (row.source()) {
            case "gold", "clinical", "corrections" -> row.stance();
            case "scicite" -> row.label().equals("result") ? results.of(row.text()) : Optional.of("mentioning");
            default -> Optional.empty();
        };
    }
}
