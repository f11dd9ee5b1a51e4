package org.citestream.classify.decide.linear;

import java.util.Arrays;

/**
 * Turns margins into probabilities: a full linear map of the three margins (matrix scaling, Guo et al. 2017), then for
 * each class the logarithm of how much more common it is where the model serves than where the map was fitted, then
 * softmax. Immutable, safe for use by several threads.
 */
public final class MatrixScaling {

    /** Nine slopes by row, three offsets, three logarithms of the change of prior. */
    public static final int SIZE = 15;

    private static final int CLASSES = 3;

    private final float[] values;

    private MatrixScaling(float[] values) {
        this.values = values;
    }

    /** Of {@value #SIZE} values in the order of the file. */
    public static MatrixScaling of(float[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("a calibration has " + SIZE + " values, not " + values.length);
        }
        return new MatrixScaling(values.clone());
    }

    /** The values in the order of the file. */
    public float[] values() {
        return values.clone();
    }

    /** The same map for another mix of classes: {@code shift} holds log(serving prior / fitting prior). */
    public MatrixScaling withShift(double[] shift) {
        float[] changed = values.clone();
        for (int c = 0; c < CLASSES; c++) {
            changed[12 + c] = (float) shift[c];
        }
        return new MatrixScaling(changed);
    }

    /** The same map, where it was made for one mix of classes, for another. */
    public MatrixScaling reweighted(double[] madeFor, double[] mix) {
        double[] shift = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            shift[c] = values[12 + c] + StrictMath.log(mix[c] / madeFor[c]);
        }
        return withShift(shift);
    }

    /** The same map with its three values before softmax multiplied: above 1 surer of the same class, below 1 less sure. */
    public MatrixScaling sharpened(double factor) {
        float[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (float) (factor * changed[i]);
        }
        return new MatrixScaling(changed);
    }

    /** The three values before softmax. */
    public double logit(int c, double m0, double m1, double m2) {
        return values[3 * c] * m0 + values[3 * c + 1] * m1 + values[3 * c + 2] * m2 + values[9 + c] + values[12 + c];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatrixScaling that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
