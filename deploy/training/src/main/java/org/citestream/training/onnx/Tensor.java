package org.citestream.training.onnx;

import java.util.Arrays;

/**
 * Numbers with a shape, in row-major order.
 *
 * @param shape length of each axis
 * @param values as many as the product of the axes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed on, never compared
public record Tensor(long[] shape, float[] values) {

    public Tensor {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " values, got " + values.length);
        }
    }

    /** A matrix with its axes exchanged. */
    public Tensor transposed() {
        int rows = (int) shape[0];
        int columns = (int) shape[1];
        float[] turned = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new Tensor(new long[] {columns, rows}, turned);
    }
}
