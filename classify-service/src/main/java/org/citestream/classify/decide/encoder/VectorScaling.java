package org.citestream.classify.decide.encoder;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Vector scaling (Guo et al. 2017): one factor for all logits and an offset for each class, fitted on held-out data.
 *
 * @param factor above 0; below 1 makes the model more modest
 * @param offsets one a class
 */
@SuppressWarnings("ArrayRecordComponent") // three numbers, never compared
public record VectorScaling(double factor, double[] offsets) {

    /** Leaves three logits as they are. */
    public static final VectorScaling NONE = new VectorScaling(1, new double[3]);

    public VectorScaling {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor must be above 0, was " + factor);
        }
        offsets = offsets.clone();
    }

    /** The same for a place where the classes are mixed otherwise: each class's logit moves by the logarithm of the change. */
    public VectorScaling reweighted(double[] from, double[] to) {
        double[] moved = new double[offsets.length];
        Arrays.setAll(moved, i -> offsets[i] + Math.log(to[i] / from[i]));
        return new VectorScaling(factor, moved);
    }

    /** Reads {@code factor offset offset offset}. */
    public static VectorScaling parse(String text) {
        double[] numbers = Arrays.stream(text.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new VectorScaling(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
    }

    /** What {@link #parse} reads. */
    public String text() {
        return String.format(Locale.ROOT, "%.6f ", factor)
                + Arrays.stream(offsets)
                        .mapToObj(offset -> String.format(Locale.ROOT, "%.6f", offset))
                        .collect(Collectors.joining(" "));
    }

    /** Calibrated logits of the classes that begin at {@code from}. */
    double[] apply(float[] logits, int from) {
        return IntStream.range(0, offsets.length)
                .mapToDouble(i -> factor * logits[from + i] + offsets[i])
                .toArray();
    }
}
