package org.citestream.training.bert;

import java.util.List;
import org.citestream.classify.decide.encoder.EncoderTokens;

/**
 * Inputs padded to the longest of them.
 *
 * @param inputs at least one
 */
public record Batch(List<EncoderTokens> inputs) {

    private static final float FAR_BELOW = -10_000f;

    public Batch {
        inputs = List.copyOf(inputs);
    }

    int rows() {
        return inputs.size();
    }

    int length() {
        return inputs.stream().mapToInt(EncoderTokens::length).max().orElseThrow();
    }

    /** The word vectors of all tokens, row by row; padding is [PAD], id 0. */
    float[] vectors(float[] table, int width) {
        int length = length();
        float[] vectors = new float[rows() * length * width];
        for (int row = 0; row < rows(); row++) {
            int[] ids = inputs.get(row).ids();
            for (int i = 0; i < length; i++) {
                int id = i < ids.length ? ids[i] : 0;
                System.arraycopy(table, id * width, vectors, (row * length + i) * width, width);
            }
        }
        return vectors;
    }

    /** 1 for a token of the citing sentence. */
    float[] types() {
        int length = length();
        float[] types = new float[rows() * length];
        for (int row = 0; row < rows(); row++) {
            for (int i = 0; i < inputs.get(row).length(); i++) {
                types[row * length + i] = inputs.get(row).type(i);
            }
        }
        return types;
    }

    /** 0 for a token, far below 0 for padding. */
    float[] maskBias() {
        int length = length();
        float[] bias = new float[rows() * length];
        for (int row = 0; row < rows(); row++) {
            for (int i = inputs.get(row).length(); i < length; i++) {
                bias[row * length + i] = FAR_BELOW;
            }
        }
        return bias;
    }

    /** Weights of the means that the heads read, (rows × means × length). */
    float[] pool() {
        int length = length();
        float[] pool = new float[rows() * EncoderTokens.MEANS * length];
        for (int row = 0; row < rows(); row++) {
            float[] means = inputs.get(row).pool();
            int own = inputs.get(row).length();
            for (int mean = 0; mean < EncoderTokens.MEANS; mean++) {
                System.arraycopy(means, mean * own, pool, (row * EncoderTokens.MEANS + mean) * length, own);
            }
        }
        return pool;
    }
}
