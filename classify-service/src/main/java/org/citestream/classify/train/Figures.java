package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.section.Section;

/** How good a model's predictions on unseen rows are: overall, by data set, at the traffic's mix and by section. */
final class Figures {

    private static final double[] THRESHOLDS = {0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9};
    private static final Map<String, Predicate<LabelledRow>> SETS = sets();

    private final Task task;
    private final List<LabelledRow> rows;
    private final Predictions verdicts;
    private final double[] traffic;

    /**
     * Of verdicts as served, one a row.
     *
     * @param traffic weights with which the rows stand for the traffic
     */
    Figures(Task task, List<LabelledRow> rows, Predictions verdicts, double[] traffic) {
        this.task = task;
        this.rows = rows;
        this.verdicts = verdicts;
        this.traffic = traffic;
    }

    /** The gold set in two: its random rows are the traffic, the others were chosen for being rare or hard. */
    private static Map<String, Predicate<LabelledRow>> sets() {
        Map<String, Predicate<LabelledRow>> sets = new LinkedHashMap<>();
        sets.put("gold random", row -> row.source().equals("gold") && row.random());
        sets.put("gold enriched", row -> row.source().equals("gold") && !row.random());
        sets.put("clinical", row -> row.source().equals("clinical"));
        sets.put("scicite", row -> row.source().equals("scicite"));
        return sets;
    }

    ObjectNode tree(Thresholds thresholds) {
        ObjectNode all = Report.of(task, verdicts);
        ObjectNode out = all.objectNode();
        out.set("all", all);
        SETS.forEach((set, chosen) -> {
            int[] some = some(chosen);
            if (some.length > 0) {
                Predictions own = verdicts.only(some);
                out.set(set, Report.of(task, own));
                if (task == Task.STANCE) {
                    double[] shares = Training.shares(own.gold());
                    out.set(set + " at its own mix", Report.of(task, own.moved(TypeScores.SERVED.array(), shares)));
                }
            }
        });
        if (task == Task.STANCE) {
            traffic(out, thresholds.array());
        }
        return out;
    }

    private void traffic(ObjectNode out, double[] thresholds) {
        ObjectNode published = Report.published(task, verdicts, traffic, thresholds);
        out.set("traffic", Report.withIntervals(published, task, verdicts, traffic, thresholds));
        var sweep = out.putArray("thresholds");
        for (double other : THRESHOLDS) {
            sweep.add(Report.published(
                            task, verdicts, traffic, Thresholds.all(other).array())
                    .without("calibration"));
        }
        ObjectNode bySection = out.putObject("bySection");
        for (Section section : Section.values()) {
            int[] some = some(row -> row.statement().section().stream().anyMatch(section::equals));
            if (some.length > 0) {
                bySection.set(section.word(), Report.published(task, verdicts, traffic, thresholds, some));
            }
        }
        int[] unknown = some(row -> row.statement().section().isEmpty());
        if (unknown.length > 0) {
            bySection.set("unknown", Report.published(task, verdicts, traffic, thresholds, unknown));
        }
    }

    private int[] some(Predicate<LabelledRow> wanted) {
        return IntStream.range(0, rows.size())
                .filter(i -> wanted.test(rows.get(i)))
                .toArray();
    }
}
