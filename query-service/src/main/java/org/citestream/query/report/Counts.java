package org.citestream.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a report counts of the statements selected. Immutable. */
final class Counts {

    private static final Comparator<FacetCount> MOST_FREQUENT =
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);
    private static final Comparator<FacetCount> LATEST = Comparator.comparing(
                    (FacetCount count) -> count.value().equals(Facet.UNKNOWN))
            .thenComparing(Comparator.comparing(FacetCount::value).reversed());

    private final Selected selected;
    private final long[] types = new long[16];
    private final boolean[] citing;
    private long matching;

    Counts(Selected selected) {
        this.selected = selected;
        this.citing = new boolean[selected.work().citers().size()];
        for (int i = 0; i < selected.work().size(); i++) {
            if (selected.belongs(i)) {
                types[selected.type(i)]++;
                citing[selected.work().citer(i)] = true;
            }
            matching += selected.matches(i) ? 1 : 0;
        }
    }

    /** Statements of that type, without any filter. */
    long type(String type) {
        return types[Codes.TYPE.code(type)];
    }

    /** Distinct citing publications with statements, without any filter. */
    long citers() {
        long citers = 0;
        for (boolean any : citing) {
            citers += any ? 1 : 0;
        }
        return citers;
    }

    /** Statements under all filters. */
    long matching() {
        return matching;
    }

    /**
     * All facets by parameter name, the most frequent value first, years from the latest; of authors the {@code top} and
     * those that are chosen.
     */
    Map<String, List<FacetCount>> facets(Filters filters, int top, boolean blind) {
        Map<String, List<FacetCount>> named = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (facet == Facet.TYPE && blind) {
                continue;
            }
            List<FacetCount> counts = new ArrayList<>(count(facet).entrySet().stream()
                    .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                    .toList());
            counts.sort(facet == Facet.YEAR ? LATEST : MOST_FREQUENT);
            named.put(facet.parameter(), facet == Facet.AUTHOR ? shown(counts, filters.of(facet), top) : counts);
        }
        return named;
    }

    private static List<FacetCount> shown(List<FacetCount> authors, List<String> chosen, int top) {
        List<FacetCount> nobody = new ArrayList<>();
        List<FacetCount> first = new ArrayList<>();
        List<FacetCount> others = new ArrayList<>();
        for (FacetCount author : authors) {
            if (author.value().equals(Facet.NONE)) {
                nobody.add(author);
            } else if (chosen.contains(author.value())) {
                first.add(author);
            } else {
                others.add(author);
            }
        }
        long room = (long) top + chosen.size() - first.size();
        return Stream.of(nobody.stream(), first.stream(), others.stream().limit(room))
                .flatMap(part -> part)
                .sorted(MOST_FREQUENT)
                .toList();
    }

    /** Statements per value under all filters but the facet's own; values without any are absent. */
    Map<String, Long> count(Facet facet) {
        return switch (facet) {
            case SECTION -> byCode(facet, Codes.SECTION);
            case TYPE -> byCode(facet, Codes.TYPE);
            case RELATIONSHIP -> byCode(facet, Codes.RELATIONSHIP);
            case POSITION -> byCode(facet, Codes.POSITION);
            case YEAR, PUBLICATION_TYPE, AUTHOR, JOURNAL, NOTICE -> byCiter(facet);
        };
    }

    private Map<String, Long> byCode(Facet facet, Codes codes) {
        CitedWork work = selected.work();
        long[] counts = new long[16];
        for (int i = 0; i < work.size(); i++) {
            if (selected.matchesBut(facet, i)) {
                counts[
                        switch (facet) {
                            case SECTION -> work.section(i);
                            case TYPE -> selected.type(i);
                            case RELATIONSHIP -> work.relationship(i);
                            default -> work.position(i);
                        }]++;
            }
        }
        Map<String, Long> named = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                named.merge(codes.name(code), counts[code], Long::sum);
            }
        }
        return named;
    }

    private Map<String, Long> byCiter(Facet facet) {
        long[] statements = perCiter(facet);
        Map<String, Long> counts = new HashMap<>();
        List<Citer> citers = selected.work().citers();
        for (int c = 0; c < statements.length; c++) {
            if (statements[c] > 0) {
                for (String value : citers.get(c).values(facet)) {
                    counts.merge(value, statements[c], Long::sum);
                }
            }
        }
        return counts;
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
