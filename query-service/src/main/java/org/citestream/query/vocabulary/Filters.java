package org.citestream.query.vocabulary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.problem.BadParameter;

/** The chosen values per facet: any of them within a facet, all facets together. */
public final class Filters {

    private final Map<Facet, List<String>> values;
    private final List<YearRange> years;

    private Filters(Map<Facet, List<String>> values, List<YearRange> years) {
        this.values = values;
        this.years = years;
    }

    /** Nothing chosen. */
    public static Filters none() {
        return new Filters(Map.of(), List.of());
    }

    public static Filters parse(Map<String, List<String>> parameters) {
        Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
        List<YearRange> years = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<String> accepted = new ArrayList<>();
            for (String written : parameters.getOrDefault(facet.parameter(), List.of())) {
                String value = written.strip();
                // An empty field of a form chooses nothing.
                if (!value.isEmpty()) {
                    accepted.add(accept(facet, value, years));
                }
            }
            if (!accepted.isEmpty()) {
                values.put(facet, accepted.stream().distinct().toList());
            }
        }
        return new Filters(values, List.copyOf(years));
    }

    private static String accept(Facet facet, String value, List<YearRange> years) {
        if (facet == Facet.YEAR && !value.equalsIgnoreCase(Facet.UNKNOWN)) {
            YearRange range = YearRange.parse(value);
            years.add(range);
            return range.toString();
        }
        return facet.accept(value)
                .orElseThrow(() -> new BadParameter(
                        facet.parameter(),
                        "'%s' is no value of %s; write one of %s"
                                .formatted(
                                        value,
                                        facet.parameter(),
                                        String.join(
                                                ", ",
                                                facet.allowed().stream()
                                                        .sorted()
                                                        .toList()))));
    }

    public boolean has(Facet facet) {
        return values.containsKey(facet);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What is chosen for this facet, years as they were written; empty for all. */
    public List<String> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    public List<YearRange> years() {
        return years;
    }

    public boolean unknownYear() {
        return of(Facet.YEAR).stream().anyMatch(Facet.UNKNOWN::equalsIgnoreCase);
    }
}
