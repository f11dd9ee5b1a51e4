package org.citestream.classify.section;

import java.util.Locale;
import java.util.TreeSet;

/** Hashed words and letter 3- to 5-grams of a heading. */
public final class HeadingFeatures {

    /** Buckets of the hash; a power of two. */
    public static final int BUCKETS = 1 << 13;

    private static final int LONGEST = 120;

    private HeadingFeatures() {}

    /** Distinct buckets in ascending order. */
    public static int[] of(String heading) {
        String words = " "
                + heading.substring(0, Math.min(LONGEST, heading.length()))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}]+", " ")
                        .strip()
                + " ";
        var buckets = new TreeSet<Integer>();
        for (String word : words.strip().split(" ", -1)) {
            buckets.add(bucket("w" + word));
        }
        for (int n = 3; n <= 5; n++) {
            for (int i = 0; i + n <= words.length(); i++) {
                buckets.add(bucket(words.substring(i, i + n)));
            }
        }
        return buckets.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int bucket(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
    }
}
