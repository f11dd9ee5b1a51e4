package org.citestream.classify.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.section.Section;

/** What a model's verdicts on unseen rows are worth, all in all, by data set, at the traffic's mix and by section. */
final class Figures {

    private static final double[] THRESHOLDS = {0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9};
    private static final List<String> SETS = List.of("clinical", "scicite");

    private final Task task;
    private final List<LabelledRow> rows;
    private final Verdicts verdicts;

    /** Of verdicts as served, one a row. */
    Figures(Task task, List<LabelledRow> rows, Verdicts verdicts) {
        this.task = task;
        this.rows = rows;
        this.verdicts = verdicts;
    }

    ObjectNode tree(double threshold) {
        ObjectNode all = Report.of(task, verdicts);
        ObjectNode out = all.objectNode();
        out.set("all", all);
        for (String set : SETS) {
            int[] some = some(row -> row.source().equals(set));
            if (some.length > 0) {
                Verdicts own = verdicts.only(some);
                out.set(set, Report.of(task, own));
                if (task == Task.STANCE) {
                    double[] shares = Training.shares(own.gold());
                    out.set(set + " at its own mix", Report.of(task, own.moved(TypeScores.SERVED.array(), shares)));
                }
            }
        }
        if (task == Task.STANCE) {
            traffic(out, threshold);
        }
        return out;
    }

    private void traffic(ObjectNode out, double threshold) {
        double[] weights = Report.weights(verdicts, TypeScores.TRAFFIC.array());
        out.set("traffic", Report.published(task, verdicts, weights, threshold));
        var sweep = out.putArray("thresholds");
        for (double other : THRESHOLDS) {
            sweep.add(Report.published(task, verdicts, weights, other).without("calibration"));
        }
        ObjectNode bySection = out.putObject("bySection");
        for (Section section : Section.values()) {
            int[] some = some(row -> row.statement().section().stream().anyMatch(section::equals));
            if (some.length > 0) {
                bySection.set(section.word(), Report.published(task, verdicts, weights, threshold, some));
            }
        }
        int[] unknown = some(row -> row.statement().section().isEmpty());
        if (unknown.length > 0) {
            bySection.set("unknown", Report.published(task, verdicts, weights, threshold, unknown));
        }
    }

    private int[] some(Predicate<LabelledRow> wanted) {
        return IntStream.range(0, rows.size())
                .filter(i -> wanted.test(rows.get(i)))
                .toArray();
    }
}
