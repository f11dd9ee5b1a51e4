package org.citestream.benchmarks;

import java.util.Arrays;

/** How long each of some requests took. Immutable. */
final class Times {

    private final long[] sorted;

    /** @param nanos in any order, not empty */
    Times(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** In milliseconds; {@code share} from 0 to 1. */
    double percentile(double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }

    double median() {
        return percentile(0.5);
    }

    @Override
    public String toString() {
        return "| %d | %.2f | %.2f | %.2f |".formatted(sorted.length, median(), percentile(0.99), percentile(1));
    }
}
