package org.citestream.query.web;

import java.util.IntSummaryStatistics;
import java.util.stream.Stream;

/** The ends of the year slider and the positions of its two handles; {@code first <= from <= to <= last}. */
public record YearSpan(int first, int last, int from, int to) {

    /** Null if there are not two years to choose from; {@code from} and {@code to} may be null. */
    public static YearSpan of(FacetBox years, Integer from, Integer to) {
        IntSummaryStatistics known = Stream.concat(years.options().stream(), years.rest().stream())
                .map(FacetBox.Option::value)
                .filter(value -> value.matches("\\d{4}"))
                .mapToInt(Integer::parseInt)
                .summaryStatistics();
        if (known.getCount() < 2) {
            return null;
        }
        int low = from == null ? known.getMin() : Math.min(Math.max(from, known.getMin()), known.getMax());
        int high = to == null ? known.getMax() : Math.min(Math.max(to, low), known.getMax());
        return new YearSpan(known.getMin(), known.getMax(), low, high);
    }
}
