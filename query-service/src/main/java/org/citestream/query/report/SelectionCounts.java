package org.citestream.query.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;
import org.citestream.query.vocabulary.FacetValues;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.Section;

/** The counts of a report over the selected statements. Immutable. */
final class SelectionCounts {

    private static final Comparator<FacetCount> MOST_FREQUENT =
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);
    private static final Comparator<FacetCount> LATEST = Comparator.comparing(
                    (FacetCount count) -> count.value().equals(Facet.UNKNOWN))
            .thenComparing(Comparator.comparing(FacetCount::value).reversed());

    private static final int UNKNOWN_YEAR = 0;

    private static final int CODES = Codes.MOST;

    private final FilterMisses selected;
    private final long[] types = new long[CODES];
    private final boolean[] citing;
    private long matching;

    SelectionCounts(FilterMisses selected) {
        this.selected = selected;
        this.citing = new boolean[selected.work().citers().size()];
        for (int i = 0; i < selected.work().size(); i++) {
            if (selected.belongs(i)) {
                types[selected.code(Facet.TYPE, i)]++;
                citing[selected.work().citer(i)] = true;
            }
            matching += selected.matches(i) ? 1 : 0;
        }
    }

    /** Number of statements of that type, without filters. */
    long type(CitationType type) {
        return types[type.code()];
    }

    /** Number of distinct citing publications with statements, without filters. */
    long citers() {
        long citers = 0;
        for (boolean any : citing) {
            citers += any ? 1 : 0;
        }
        return citers;
    }

    /** Number of statements that match all filters. */
    long matching() {
        return matching;
    }

    /**
     * All facets by parameter name, the most frequent value first, years from the latest; of authors and journals only
     * the {@code top} values and the selected ones.
     */
    Map<String, List<FacetCount>> facets(Filters filters, int top) {
        Map<String, List<FacetCount>> named = new LinkedHashMap<>();
        for (Facet facet : Facet.OF_REPORTS) {
            List<FacetCount> counts =
                    facet.open() ? shown(count(facet), filters.of(facet), top) : new ArrayList<>(count(facet));
            counts.sort(facet == Facet.YEAR ? LATEST : MOST_FREQUENT);
            named.put(facet.parameter(), List.copyOf(counts));
        }
        return Collections.unmodifiableMap(named);
    }

    /** The count without a value, the selected values, and the most frequent of the others. */
    private static List<FacetCount> shown(List<FacetCount> values, List<String> chosen, int top) {
        List<FacetCount> shown = new ArrayList<>();
        PriorityQueue<FacetCount> others = new PriorityQueue<>(MOST_FREQUENT.reversed());
        int room = top + chosen.size();
        for (FacetCount value : values) {
            boolean absent = value.value().equals(Facet.NONE) || value.value().equals(Facet.UNKNOWN);
            if (absent || chosen.contains(value.value())) {
                shown.add(value);
                room -= absent ? 0 : 1;
            } else if (others.size() < top + chosen.size() || MOST_FREQUENT.compare(value, others.peek()) < 0) {
                others.add(value);
                if (others.size() > top + chosen.size()) {
                    others.remove();
                }
            }
        }
        others.stream().sorted(MOST_FREQUENT).limit(room).forEach(shown::add);
        return shown;
    }

    /** Statements per value under all filters except the facet's own; values without any are absent. */
    List<FacetCount> count(Facet facet) {
        return Facet.OF_STATEMENTS.contains(facet)
                ? byCode(facet)
                : selected.work().values(facet).count(perCiter(facet));
    }

    private List<FacetCount> byCode(Facet facet) {
        long[] counts = new long[CODES];
        for (int i = 0; i < selected.work().size(); i++) {
            if (selected.matchesBut(facet, i)) {
                counts[selected.code(facet, i)]++;
            }
        }
        Map<String, Long> named = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                named.merge(facet.codes().name(code), counts[code], Long::sum);
            }
        }
        return named.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Counts by year, type and section, without filters. */
    YearTrend trend() {
        CitedWork work = selected.work();
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> years = new ArrayList<>();
        int[] yearOf = new int[citing.length];
        for (int c = 0; c < yearOf.length; c++) {
            Integer year = work.citers().get(c).year();
            yearOf[c] = places.computeIfAbsent(year == null ? UNKNOWN_YEAR : year, one -> {
                years.add(one);
                return years.size() - 1;
            });
        }
        long[] cells = new long[years.size() * CODES * CODES];
        for (int i = 0; i < work.size(); i++) {
            if (selected.belongs(i)) {
                cells[
                        (yearOf[work.citer(i)] * CODES + selected.code(Facet.TYPE, i)) * CODES
                                + selected.code(Facet.SECTION, i)]++;
            }
        }
        List<YearTrend.TrendCount> counts = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                int year = years.get(cell / (CODES * CODES));
                counts.add(new YearTrend.TrendCount(
                        year == UNKNOWN_YEAR ? null : year,
                        CitationType.ofCode(cell / CODES % CODES),
                        Section.ofCode(cell % CODES),
                        cells[cell]));
            }
        }
        return new YearTrend(counts);
    }

    /** The citing publications with their matching statements. */
    Stream<FacetValues.Value> citing() {
        long[] statements = new long[citing.length];
        for (int i = 0; i < selected.work().size(); i++) {
            statements[selected.work().citer(i)] += selected.matches(i) ? 1 : 0;
        }
        List<Citer> citers = selected.work().citers();
        return IntStream.range(0, statements.length)
                .filter(c -> statements[c] > 0)
                .mapToObj(c ->
                        new FacetValues.Value(citers.get(c).id(), citers.get(c).title(), statements[c]));
    }

    private long[] perCiter(Facet facet) {
        CitedWork work = selected.work();
        long[] statements = new long[work.citers().size()];
        for (int i = 0; i < work.size(); i++) {
            if (selected.matchesBut(facet, i)) {
                statements[work.citer(i)]++;
            }
        }
        return statements;
    }
}
