package org.citestream.ingest.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How surely two descriptions are of the same work: 1 for the same title, first author and year; less for a title that
 * differs in a few letters or a year next to it. Titles that differ in a number ("part 1", "part 2") are never alike.
 * Stateless.
 */
public final class WorkSimilarity {
    private static final double TITLE = 0.6;
    private static final double AUTHOR = 0.2;
    private static final double YEAR = 0.2;
    /** A fact that only one side knows speaks for nothing, so that two unknown facts end below any useful threshold. */
    private static final double UNKNOWN = 0.25;

    private static final double NEXT_YEAR = 0.75;
    private static final double PART_OF_NAME = 0.8;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[ivx]+");
    private static final Set<String> LETTER_NUMBERS = Set.of("b", "c", "d", "e");

    private WorkSimilarity() {}

    /** 0 to 1. */
    public static double of(BibliographicKey one, BibliographicKey other) {
        if (one.titleKey() == null || other.titleKey() == null || !numbers(one).equals(numbers(other))) {
            return 0;
        }
        double title = one.titleKey().equals(other.titleKey()) ? 1 : dice(one.titleKey(), other.titleKey());
        return title * (TITLE + AUTHOR * author(one.family(), other.family()) + YEAR * year(one.year(), other.year()));
    }

    private static double author(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        if (one.equals(other)) {
            return 1;
        }
        List<String> parts = List.of(one.split(" ", -1));
        List<String> otherParts = List.of(other.split(" ", -1));
        return parts.containsAll(otherParts) || otherParts.containsAll(parts) ? PART_OF_NAME : 0;
    }

    private static double year(Integer one, Integer other) {
        if (one == null || other == null) {
            return UNKNOWN;
        }
        return switch (Math.abs(one - other)) {
            case 0 -> 1;
            case 1 -> NEXT_YEAR;
            default -> 0;
        };
    }

    private static List<String> numbers(BibliographicKey work) {
        return Stream.of(work.title().split(" ", -1))
                .filter(word -> NUMBER.matcher(word).matches() || LETTER_NUMBERS.contains(word))
                .sorted()
                .toList();
    }

    /** Dice's coefficient over letter trigrams. */
    private static double dice(String one, String other) {
        Map<String, Integer> left = trigrams(one);
        Map<String, Integer> right = trigrams(other);
        int shared = left.entrySet().stream()
                .mapToInt(gram -> Math.min(gram.getValue(), right.getOrDefault(gram.getKey(), 0)))
                .sum();
        return 2.0 * shared / (one.length() + other.length() - 4);
    }

    private static Map<String, Integer> trigrams(String text) {
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            counts.merge(text.substring(i, i + 3), 1, Integer::sum);
        }
        return counts;
    }
}
