package org.citestream.classify.decide.encoder;

import java.util.Arrays;

/**
 * One input as numbers.
 *
 * @param ids vocabulary ids, opened by [CLS]
 * @param from first token of the citing sentence
 * @param to behind its last token
 * @param target for each id, whether it stands for the cited work's marker
 */
@SuppressWarnings("ArrayRecordComponent") // read once, right after it was made
public record EncoderTokens(int[] ids, int from, int to, boolean[] target) {

    /** Means that the heads read. */
    public static final int MEANS = 3;

    public EncoderTokens {
        if (ids.length != target.length) {
            throw new IllegalArgumentException(ids.length + " ids but " + target.length + " target flags");
        }
        if (from < 1 || to < from || to > ids.length) {
            throw new IllegalArgumentException("no sentence from " + from + " to " + to + " of " + ids.length);
        }
    }

    /** Number of tokens, including the framing ones. */
    public int length() {
        return ids.length;
    }

    /** 1 for a token of the citing sentence, 0 for all that stands around it. */
    public int type(int token) {
        return token >= from && token < to ? 1 : 0;
    }

    long[] longIds() {
        return Arrays.stream(ids).asLongStream().toArray();
    }

    long[] longTypes() {
        long[] types = new long[ids.length];
        Arrays.fill(types, from, to, 1);
        return types;
    }

    /**
     * The weights of the means that the heads read, one after the other, each as long as the tokens: [CLS] alone, the
     * citing sentence ([CLS] where it is empty), the target's marker (the sentence where none is known).
     */
    public float[] pool() {
        int length = ids.length;
        float[] pool = new float[MEANS * length];
        pool[0] = 1;
        if (to > from) {
            Arrays.fill(pool, length + from, length + to, 1f / (to - from));
        } else {
            pool[length] = 1;
        }
        int targets = 0;
        for (boolean one : target) {
            targets += one ? 1 : 0;
        }
        for (int i = 0; i < length; i++) {
            pool[2 * length + i] = targets == 0 ? pool[length + i] : target[i] ? 1f / targets : 0;
        }
        return pool;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncoderTokens that
                && Arrays.equals(ids, that.ids)
                && from == that.from
                && to == that.to
                && Arrays.equals(target, that.target);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(target);
    }
}
