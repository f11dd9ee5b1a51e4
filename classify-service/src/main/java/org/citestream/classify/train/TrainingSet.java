package org.citestream.classify.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citestream.classify.decide.NormalText;
import org.citestream.classify.decide.cue.CueAutomaton;
import org.citestream.classify.decide.cue.CueClass;
import org.citestream.classify.decide.cue.CueList;
import org.citestream.classify.decide.linear.Features;

/** Which rows teach what, and how much: gold labels count twice, weak ones once or not at all. */
final class TrainingSet {

    private static final int GOLD = 2;
    private static final int WEAK = 1;
    /** Labelled by the definition; `export-gold` writes accepted corrections under the second name. */
    private static final Set<String> SURE = Set.of("clinical", "corrections");

    private final CueAutomaton automaton = new CueAutomaton(CueList.shipped().cues());
    private final ResultStance results = new ResultStance();

    /** A row with its class for one task. */
    record Item(LabelledRow row, LinearTrainer.Example example) {}

    /** All rows that teach a task; the others are left out. */
    List<Item> items(List<LabelledRow> rows, Task task) {
        var features = new Features(automaton);
        var items = new ArrayList<Item>();
        for (LabelledRow row : rows) {
            label(row, task).ifPresent(label -> {
                int copies = SURE.contains(row.source()) ? GOLD : WEAK;
                var nodes = LinearTrainer.features(features.read(row.statement()));
                items.add(new Item(
                        row, new LinearTrainer.Example(nodes, task.classes().indexOf(label), copies)));
            });
        }
        return items;
    }

    /** The label of a row for a task, by the project's definitions; empty where the row says nothing about it. */
    Optional<String> label(LabelledRow row, Task task) {
        if (task == Task.INTENT) {
            return Optional.of(row.label())
                    .filter(label ->
                            row.source().equals("scicite") && task.classes().contains(label));
        }
        return switch (row.source()) {
            case "clinical", "corrections" -> row.stance();
            case "scicite" -> row.label().equals("result") ? results.of(row.text()) : Optional.of("mentioning");
            case "disagreement" -> disagreement(row);
            default -> Optional.empty();
        };
    }

    /** Disagreement among others is a mention; only with own evidence it contrasts. */
    private Optional<String> disagreement(LabelledRow row) {
        Set<CueClass> cues = EnumSet.noneOf(CueClass.class);
        automaton.scan(
                new NormalText().read(row.text(), row.cites()),
                (cue, from, to) -> cues.add(automaton.cues().get(cue).kind()));
        boolean own = cues.contains(CueClass.OWN_EVIDENCE);
        if (row.label().equals("none")) {
            return Optional.of("mentioning");
        }
        if (!row.label().equals("disagreement")) {
            return Optional.empty();
        }
        if (own) {
            return Optional.of("contrasting");
        }
        return cues.contains(CueClass.FIRST_PERSON) ? Optional.empty() : Optional.of("mentioning");
    }
}
