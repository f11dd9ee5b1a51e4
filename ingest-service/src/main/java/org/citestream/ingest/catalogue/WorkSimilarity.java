package org.citestream.ingest.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The likelihood that two descriptions are of the same work: 1 for the same title, first author and year; less for a
 * title that differs in a few letters, a year next to it, or a journal that is another. What {@link Titles} tells apart
 * is never alike. Stateless.
 */
public final class WorkSimilarity {
    private static final double TITLE = 0.6;
    private static final double AUTHOR = 0.2;
    private static final double YEAR = 0.2;
    /** A field that only one side has adds nothing, so two missing fields end below any useful threshold. */
    private static final double UNKNOWN = 0.25;
    /** But where long titles agree to the letter, one unknown fact is no doubt. */
    private static final double UNKNOWN_OF_LONG = 0.6;

    private static final int LONG_TITLE = 40;
    private static final double NEXT_YEAR = 0.75;
    private static final double PART_OF_NAME = 0.8;
    /** Off a year next to it, or an unknown fact, where the journals differ. */
    private static final double OTHER_JOURNAL = 0.06;

    private WorkSimilarity() {}

    /** 0 to 1. */
    public static double of(BibliographicKey one, BibliographicKey other) {
        String key = one.titleKey();
        String otherKey = other.titleKey();
        if (key == null || otherKey == null || Titles.differInKind(one.title(), other.title())) {
            return 0;
        }
        // Numbers too are the same then, however they are set: 10,000 and 10000.
        boolean exact = key.equals(otherKey);
        if (!exact
                && (Titles.differInNumber(one.title(), other.title())
                        || Titles.differInWords(one.title(), other.title()))) {
            return 0;
        }
        boolean otherJournal = !one.journal().isEmpty()
                && !other.journal().isEmpty()
                && !Journals.same(one.journal(), other.journal());
        double unknown = exact && key.length() >= LONG_TITLE && !otherJournal ? UNKNOWN_OF_LONG : UNKNOWN;
        double title = exact ? 1 : dice(key, otherKey);
        double author = author(one.family(), other.family(), unknown);
        double year = year(one.year(), other.year(), unknown);
        double score = title * (TITLE + AUTHOR * author + YEAR * year);
        return score < 1 && otherJournal ? score - OTHER_JOURNAL : score;
    }

    private static double author(String one, String other, double unknown) {
        if (one.isEmpty() || other.isEmpty()) {
            return unknown;
        }
        if (one.equals(other)) {
            return 1;
        }
        List<String> parts = List.of(one.split(" ", -1));
        List<String> otherParts = List.of(other.split(" ", -1));
        return parts.containsAll(otherParts) || otherParts.containsAll(parts) ? PART_OF_NAME : 0;
    }

    private static double year(Integer one, Integer other, double unknown) {
        if (one == null || other == null) {
            return unknown;
        }
        return switch (Math.abs(one - other)) {
            case 0 -> 1;
            case 1 -> NEXT_YEAR;
            default -> 0;
        };
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
