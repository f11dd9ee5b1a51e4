package org.citestream.query.report;

import java.util.List;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;

/**
 * The statements about a work by year of the citing publication, type and section, regardless of filters: the data of
 * the charts. The counts sum to the tally.
 */
public record YearTrend(List<TrendCount> counts) {

    /** A number of statements; {@code year} is null if the citing publication's is unknown. */
    public record TrendCount(Integer year, CitationType type, Section section, long statements) {}

    public YearTrend {
        counts = List.copyOf(counts);
    }
}
