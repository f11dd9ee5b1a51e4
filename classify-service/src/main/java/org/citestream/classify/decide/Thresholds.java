package org.citestream.classify.decide;

import java.util.Map;

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
        return parse(TabTable.shipped(SHIPPED));
    }

    /** Of lines of a type's word and its threshold; {@code #} opens a comment. */
    static Thresholds parse(String text) {
        Map<String, Double> lines = TabTable.parse(text, Double::valueOf);
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
