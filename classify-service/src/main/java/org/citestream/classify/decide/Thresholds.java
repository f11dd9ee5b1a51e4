package org.citestream.classify.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How sure a model must be of its most probable type to publish it; below that it publishes {@code unclassified}. One a
 * type: a mention is common and cheap to say, a contrast rare and dear.
 *
 * @param supporting in [0, 1]
 * @param mentioning in [0, 1]
 * @param contrasting in [0, 1]
 */
public record Thresholds(double supporting, double mentioning, double contrasting) {

    private static final String SHIPPED = "/org/citestream/classify/model/thresholds.tsv";

    public Thresholds {
        check(supporting);
        check(mentioning);
        check(contrasting);
    }

    private static void check(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold must be in [0, 1], was " + threshold);
        }
    }

    /** The same for every type. */
    public static Thresholds all(double threshold) {
        return new Thresholds(threshold, threshold, threshold);
    }

    /** Chosen for the shipped models (deploy/adr/0031). */
    public static Thresholds shipped() {
        try (InputStream in = Thresholds.class.getResourceAsStream(SHIPPED)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /** Of lines of a type's word and its threshold; {@code #} opens a comment. */
    static Thresholds parse(String text) {
        Map<String, Double> lines = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
        return new Thresholds(lines.get("supporting"), lines.get("mentioning"), lines.get("contrasting"));
    }

    /** Supporting, mentioning, contrasting. */
    public double[] array() {
        return new double[] {supporting, mentioning, contrasting};
    }

    /** What {@link #parse} reads. */
    public String text() {
        return "supporting\t" + supporting + "\nmentioning\t" + mentioning + "\ncontrasting\t" + contrasting + "\n";
    }

    /** The one for the most probable type of these scores. */
    public double of(TypeScores scores) {
        return switch (scores.best()) {
            case SUPPORTING -> supporting;
            case CONTRASTING -> contrasting;
            case MENTIONING, UNCLASSIFIED -> mentioning;
        };
    }
}
