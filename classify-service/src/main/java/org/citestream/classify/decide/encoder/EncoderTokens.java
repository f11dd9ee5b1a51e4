package org.citestream.classify.decide.encoder;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One input as numbers.
 *
 * @param ids vocabulary ids, opened by [CLS] and closed by [SEP]
 * @param target for each id, whether it stands for the cited work's marker
 */
@SuppressWarnings("ArrayRecordComponent") // read once, right after it was made
public record EncoderTokens(int[] ids, boolean[] target) {

    public EncoderTokens {
        if (ids.length != target.length) {
            throw new IllegalArgumentException(ids.length + " ids but " + target.length + " target flags");
        }
    }

    /** How many tokens, the framing ones included. */
    public int length() {
        return ids.length;
    }

    long[] longIds() {
        return Arrays.stream(ids).asLongStream().toArray();
    }

    long[] longTarget() {
        return IntStream.range(0, target.length)
                .mapToLong(i -> target[i] ? 1 : 0)
                .toArray();
    }

    /**
     * The weights of the two means that the heads read: first over all tokens, then over the target's ([CLS] where no
     * target is known); twice as many as tokens.
     */
    public float[] pool() {
        int length = ids.length;
        long targets = Arrays.stream(longTarget()).sum();
        float[] pool = new float[2 * length];
        for (int i = 0; i < length; i++) {
            pool[i] = 1f / length;
            pool[length + i] = target[i] ? 1f / targets : 0;
        }
        if (targets == 0) {
            pool[length] = 1;
        }
        return pool;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncoderTokens that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(target, that.target);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(target);
    }
}
