package org.citestream.classify.decide.linear;

import java.util.Arrays;

/**
 * The hashed features of one statement, each bucket once, in groups that are scaled to unit length one by one. Grows to
 * the longest statement seen and then allocates nothing. Not safe for use by several threads.
 */
final class FeatureSet {

    /** Where a feature stands that no words of the text carry. */
    static final int NOWHERE = -1;

    /** One bit a bucket: small enough to stay in the nearest cache, where a word a bucket would not. */
    private final long[] taken = new long[Features.BUCKETS / Long.SIZE];

    private int[] buckets = new int[4096];
    private int[] froms = new int[4096];
    private int[] tos = new int[4096];
    private byte[] groups = new byte[4096];
    private int size;
    private final int[] groupSize = new int[Features.GROUPS];

    void clear() {
        for (int i = 0; i < size; i++) {
            taken[buckets[i] >>> 6] = 0;
        }
        size = 0;
        Arrays.fill(groupSize, 0);
    }

    /** Adds a feature that stands at [from, to) of the normal text; one whose bucket is taken already is left out. */
    void add(int group, int hash, int from, int to) {
        int bucket = Hash.of(group * 0x9E3779B9, hash) & (Features.BUCKETS - 1);
        long bit = 1L << bucket;
        if ((taken[bucket >>> 6] & bit) != 0) {
            return;
        }
        taken[bucket >>> 6] |= bit;
        if (size == buckets.length) {
            grow();
        }
        buckets[size] = bucket;
        froms[size] = from;
        tos[size] = to;
        groups[size] = (byte) group;
        groupSize[group]++;
        size++;
    }

    /** Adds a feature of the statement as a whole. */
    void add(int group, int hash) {
        add(group, hash, NOWHERE, NOWHERE);
    }

    private void grow() {
        buckets = Arrays.copyOf(buckets, 2 * size);
        froms = Arrays.copyOf(froms, 2 * size);
        tos = Arrays.copyOf(tos, 2 * size);
        groups = Arrays.copyOf(groups, 2 * size);
    }

    int size() {
        return size;
    }

    int bucket(int i) {
        return buckets[i];
    }

    int from(int i) {
        return froms[i];
    }

    int to(int i) {
        return tos[i];
    }

    int group(int i) {
        return groups[i];
    }

    /** What every feature of a group counts, so that the group has unit length; 0 for an empty one. */
    float unit(int group) {
        return groupSize[group] == 0 ? 0 : 1 / (float) Math.sqrt(groupSize[group]);
    }
}
