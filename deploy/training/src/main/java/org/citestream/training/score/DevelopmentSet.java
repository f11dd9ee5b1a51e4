package org.citestream.training.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.VectorScaling;
import org.citestream.training.data.Example;

/**
 * The held-out rows beside the logits a model gave them.
 *
 * @param examples held out from training
 * @param logits of each: three of the types, three of the intents
 */
public record DevelopmentSet(List<Example> examples, List<float[]> logits) {

    private static final int CLASSES = 3;
    private static final double[] TRAFFIC = {
        TypeScores.TRAFFIC.supporting(), TypeScores.TRAFFIC.mentioning(), TypeScores.TRAFFIC.contrasting()
    };

    public DevelopmentSet {
        examples = List.copyOf(examples);
        logits = List.copyOf(logits);
    }

    /** Calibrates the types on the sets that are closest to the definition, for the mix of the traffic. */
    public VectorScaling typeCalibration() {
        Predicate<Example> chosen = Example::definite;
        VectorScaling fitted = fit(0, Example::stance, chosen);
        return fitted.reweighted(mix(fitted, chosen), TRAFFIC);
    }

    /** The same with the types mixed as one set has them, taken as known. */
    public VectorScaling typeCalibrationFor(String source) {
        double[] mix = new double[CLASSES];
        List<CalibratedScores> rows = types(source, VectorScaling.NONE);
        rows.forEach(row -> mix[row.label()] += 1.0 / rows.size());
        return typeCalibration().reweighted(TRAFFIC, mix);
    }

    /** What a calibrated model says is mixed as the rows are. */
    private double[] mix(VectorScaling fitted, Predicate<Example> chosen) {
        double[] mix = new double[CLASSES];
        int rows = 0;
        for (int i = 0; i < examples.size(); i++) {
            if (chosen.test(examples.get(i))) {
                double[] p = CalibratedScores.probabilities(three(logits.get(i), 0), fitted);
                Arrays.setAll(mix, k -> mix[k] + p[k]);
                rows++;
            }
        }
        double all = rows;
        return Arrays.stream(mix).map(sum -> sum / all).toArray();
    }

    /** Calibrates the intents. */
    public VectorScaling intentCalibration() {
        return fit(CLASSES, Example::intent, e -> true);
    }

    private VectorScaling fit(int from, Function<Example, Set<Integer>> label, Predicate<Example> chosen) {
        List<double[]> rows = new ArrayList<>();
        List<Set<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (chosen.test(examples.get(i)) && !label.apply(examples.get(i)).isEmpty()) {
                rows.add(three(logits.get(i), from));
                labels.add(label.apply(examples.get(i)));
            }
        }
        return CalibrationFit.fit(rows, labels);
    }

    /** Macro-F1 of the most probable types of one set, as they left training. */
    public double typeMacroF1(String source) {
        return Measures.macroF1(types(source, VectorScaling.NONE));
    }

    /** Rows of one set with a certain type. */
    public List<CalibratedScores> types(String source, VectorScaling calibration) {
        return scored(0, Example::stance, e -> e.source().equals(source), calibration);
    }

    /** Rows with a certain intent. */
    public List<CalibratedScores> intents(VectorScaling calibration) {
        return scored(CLASSES, Example::intent, e -> true, calibration);
    }

    private List<CalibratedScores> scored(
            int from, Function<Example, Set<Integer>> label, Predicate<Example> chosen, VectorScaling calibration) {
        List<CalibratedScores> rows = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            if (chosen.test(example) && label.apply(example).size() == 1) {
                rows.add(new CalibratedScores(
                        example.group(),
                        label.apply(example).iterator().next(),
                        CalibratedScores.probabilities(three(logits.get(i), from), calibration)));
            }
        }
        return rows;
    }

    private static double[] three(float[] logits, int from) {
        double[] values = new double[CLASSES];
        Arrays.setAll(values, i -> logits[from + i]);
        return values;
    }
}
