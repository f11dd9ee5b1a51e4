package org.citestream.query.correction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much two sentences are alike: the Sørensen–Dice coefficient of their letter trigrams, counted with repeats, after
 * everything but letters and digits has become one space and case is gone. 0 nothing in common, 1 the same.
 */
final class Similarity {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int GRAM = 3;

    private Similarity() {}

    static double of(String one, String other) {
        Map<String, Integer> left = grams(one);
        Map<String, Integer> right = grams(other);
        int total = sum(left) + sum(right);
        int shared = 0;
        for (Map.Entry<String, Integer> gram : left.entrySet()) {
            shared += Math.min(gram.getValue(), right.getOrDefault(gram.getKey(), 0));
        }
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static Map<String, Integer> grams(String text) {
        String plain = " "
                + NEITHER_LETTER_NOR_DIGIT
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + GRAM <= plain.length(); i++) {
            grams.merge(plain.substring(i, i + GRAM), 1, Integer::sum);
        }
        return grams;
    }

    private static int sum(Map<String, Integer> grams) {
        return grams.values().stream().mapToInt(Integer::intValue).sum();
    }
}
