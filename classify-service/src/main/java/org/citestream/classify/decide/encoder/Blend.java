package org.citestream.classify.decide.encoder;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Combines two calibrated sets of probabilities: the weighted sum of their log-probabilities and an offset a class,
 * fitted on rows that neither has seen (logarithmic opinion pool, Heskes 1998). Both speak of classes mixed evenly; the
 * mix of the place is added last.
 *
 * @param first weight of the linear model's, at least 0
 * @param second weight of the encoder's, at least 0
 * @param offsets one a class
 */
public record Blend(double first, double second, List<Double> offsets) {

    private static final double TINY = 1e-9;

    public Blend {
        requireNonNull(offsets, "offsets");
        offsets = List.copyOf(offsets);
        if (!(first >= 0 && second >= 0)) {
            throw new IllegalArgumentException("weights must be at least 0, were " + first + " and " + second);
        }
    }

    /** Reads {@code first second offset offset offset}. */
    public static Blend parse(String text) {
        List<Double> numbers = Arrays.stream(text.strip().split("\\s+"))
                .map(Double::parseDouble)
                .toList();
        return new Blend(numbers.get(0), numbers.get(1), numbers.subList(2, numbers.size()));
    }

    /** What {@link #parse} reads. */
    public String text() {
        return String.format(Locale.ROOT, "%.5f %.5f ", first, second)
                + offsets.stream()
                        .map(offset -> String.format(Locale.ROOT, "%.5f", offset))
                        .collect(Collectors.joining(" "));
    }

    /**
     * The values before softmax.
     *
     * @param a probabilities by the linear model
     * @param b probabilities by the encoder
     * @param mix of the classes that both were made for
     */
    public double[] logits(double[] a, double[] b, double[] mix) {
        double[] logits = new double[a.length];
        for (int c = 0; c < a.length; c++) {
            logits[c] = first * log(a[c] / mix[c]) + second * log(b[c] / mix[c]) + offsets.get(c) + log(mix[c]);
        }
        return logits;
    }

    private static double log(double value) {
        return Math.log(Math.max(TINY, value));
    }
}
