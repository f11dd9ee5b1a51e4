package org.citestream.query.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;
import org.citestream.query.vocabulary.Filters;

/**
 * The result of a query about a work, except for the statements themselves. Each part is computed on first use; a
 * cached work keeps the result of the query without conditions, which is by far the most frequent. Thread-safe.
 */
final class Findings {

    private final FilterMisses selected;
    private final Filters filters;
    private final ReportSettings settings;
    private final SelectionCounts counts;
    private final Map<StatementOrder, List<StatementGroups.GroupHead>> firsts = new EnumMap<>(StatementOrder.class);
    private Map<String, List<FacetCount>> facets;
    private YearTrend trend;

    Findings(FilterMisses selected, Filters filters, ReportSettings settings) {
        this.selected = selected;
        this.filters = filters;
        this.settings = settings;
        this.counts = new SelectionCounts(selected);
    }

    FilterMisses selected() {
        return selected;
    }

    SelectionCounts counts() {
        return counts;
    }

    synchronized Map<String, List<FacetCount>> facets(boolean blind) {
        if (facets == null) {
            facets = counts.facets(filters, settings.topValues());
        }
        if (!blind) {
            return facets;
        }
        Map<String, List<FacetCount>> untold = new LinkedHashMap<>(facets);
        untold.remove(Facet.TYPE.parameter());
        return untold;
    }

    synchronized YearTrend trend() {
        if (trend == null) {
            trend = counts.trend();
        }
        return trend;
    }

    /** The first statement of each of the first {@code most} groups, at most one more than a page. */
    synchronized List<StatementGroups.GroupHead> firsts(StatementOrder order, int most) {
        List<StatementGroups.GroupHead> known = firsts.computeIfAbsent(
                order, first -> new StatementGroups(selected, first, null).firsts(null, settings.maxGroups() + 1));
        return known.subList(0, Math.min(most, known.size()));
    }
}
