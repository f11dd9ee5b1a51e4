package org.citestream.training.onnx;

/**
 * A matrix in eight bits, symmetric around 0, with one scale a group of values.
 *
 * @param values quantised, in the order of the original
 * @param scales what one step is worth, per group
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, written once, never compared
public record Quantised(byte[] values, float[] scales) {

    /**
     * Steps from 0 to the largest weight of a product. Not 127: on x86 without VNNI two products of an unsigned and a
     * signed byte are summed in 16 bits, and 2 · 255 · 64 just fits. So every machine computes the same.
     */
    public static final int STEPS_OF_PRODUCTS = 64;

    /** Steps from 0 to the largest value of a table that is only looked up. */
    public static final int STEPS_OF_TABLES = 127;

    /** One scale a column: the output channels of a product. */
    public static Quantised byColumn(Tensor matrix, int steps) {
        int columns = (int) matrix.shape()[1];
        return by(matrix, columns, steps, i -> i % columns);
    }

    /** One scale a row: the words of a table. */
    public static Quantised byRow(Tensor matrix, int steps) {
        int columns = (int) matrix.shape()[1];
        return by(matrix, (int) matrix.shape()[0], steps, i -> i / columns);
    }

    private static Quantised by(Tensor matrix, int groups, int steps, java.util.function.IntUnaryOperator group) {
        float[] values = matrix.values();
        float[] scales = new float[groups];
        for (int i = 0; i < values.length; i++) {
            int g = group.applyAsInt(i);
            scales[g] = Math.max(scales[g], Math.abs(values[i]) / steps);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            float scale = scales[group.applyAsInt(i)];
            bytes[i] = scale == 0 ? 0 : (byte) Math.round(values[i] / scale);
        }
        return new Quantised(bytes, scales);
    }
}
