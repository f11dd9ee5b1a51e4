package org.citestream.training.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Precision, recall, F1, macro-F1 and expected calibration error of held-out rows, with bootstrap intervals. */
public final class Measures {

    private static final int CLASSES = 3;
    private static final int DRAWS = 1_000;
    private static final int BINS = 10;

    private Measures() {}

    /** Share of the rows said to be {@code type} that are; 0 if none is said. */
    public static double precision(Collection<CalibratedScores> rows, int type) {
        return share(
                count(rows, type, true),
                rows.stream().filter(row -> row.said() == type).count());
    }

    /** Share of the rows that are {@code type} and are said to be; 0 if none is. */
    public static double recall(Collection<CalibratedScores> rows, int type) {
        return share(
                count(rows, type, true),
                rows.stream().filter(row -> row.label() == type).count());
    }

    /** Harmonic mean of precision and recall. */
    public static double f1(Collection<CalibratedScores> rows, int type) {
        double precision = precision(rows, type);
        double recall = recall(rows, type);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Mean of the classes' F1. */
    public static double macroF1(Collection<CalibratedScores> rows) {
        return IntStream.range(0, CLASSES)
                .mapToDouble(type -> f1(rows, type))
                .average()
                .orElseThrow();
    }

    /** Mean gap between confidence and being right over {@value #BINS} bins of equal width, weighted by their rows. */
    public static double calibrationError(Collection<CalibratedScores> rows) {
        Map<Integer, List<CalibratedScores>> bins = rows.stream()
                .collect(Collectors.groupingBy(row -> Math.min(BINS - 1, (int) (row.confidence() * BINS))));
        return bins.values().stream()
                        .mapToDouble(bin -> Math.abs(bin.stream()
                                .mapToDouble(row -> row.confidence() - (row.said() == row.label() ? 1 : 0))
                                .sum()))
                        .sum()
                / rows.size();
    }

    /** The value with its 95 % interval, papers drawn with replacement: {@code .712 [.668, .755]}. */
    public static String withInterval(
            List<CalibratedScores> rows, ToDoubleFunction<Collection<CalibratedScores>> measure) {
        List<List<CalibratedScores>> papers = List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(CalibratedScores::group))
                .values());
        Random random = new Random(1);
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToDouble(draw -> {
                    List<CalibratedScores> sample = new ArrayList<>();
                    for (int i = 0; i < papers.size(); i++) {
                        sample.addAll(papers.get(random.nextInt(papers.size())));
                    }
                    return measure.applyAsDouble(sample);
                })
                .sorted()
                .toArray();
        return "%.3f [%.3f, %.3f]"
                .formatted(measure.applyAsDouble(rows), drawn[(int) (DRAWS * 0.025)], drawn[(int) (DRAWS * 0.975) - 1]);
    }

    private static long count(Collection<CalibratedScores> rows, int type, boolean right) {
        return rows.stream()
                .filter(row -> row.said() == type && (row.label() == type) == right)
                .count();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
