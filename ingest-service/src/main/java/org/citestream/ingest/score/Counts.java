package org.citestream.ingest.score;

import java.util.HashMap;
import java.util.Map;

/** A multiset of keys. */
final class Counts {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String key, int times) {
        counts.merge(key, times, Integer::sum);
    }

    long total() {
        return counts.values().stream().mapToLong(Integer::intValue).sum();
    }

    /** Of each key as many as the other has too. */
    Counts cappedBy(Counts other) {
        Counts capped = new Counts();
        counts.forEach((key, count) -> capped.add(key, Math.min(count, other.counts.getOrDefault(key, 0))));
        return capped;
    }

    /** What is left when the other is taken away. */
    Counts minus(Counts other) {
        Counts left = new Counts();
        counts.forEach((key, count) -> left.add(key, Math.max(0, count - other.counts.getOrDefault(key, 0))));
        return left;
    }

    /** How many are in both. */
    long common(Counts other) {
        return counts.entrySet().stream()
                .mapToLong(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
