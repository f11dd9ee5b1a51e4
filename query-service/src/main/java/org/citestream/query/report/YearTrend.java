package org.citestream.query.report;

import java.util.List;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;

/**
 * The statements about a work by the year of the citing publication, type and section, whatever is filtered: what charts
 * are drawn of. The counts sum to the tally.
 */
public record YearTrend(List<TrendCount> counts) {

    /** How many statements; {@code year} is null where the citing publication's is unknown. */
    public record TrendCount(Integer year, CitationType type, Section section, long statements) {}

    public YearTrend {
        counts = List.copyOf(counts);
    }
}
