package org.citestream.query.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.problem.BadParameterException;

/**
 * The selected values per facet: any of them within a facet, all facets together. The only parser of filters in URLs,
 * so that report, export, search, stream, alerts and pages accept and refuse the same. Immutable.
 */
public final class Filters {

    private static final int EARLIEST = 0;
    private static final int LATEST = 9999;

    private final Map<Facet, List<String>> values;
    private final List<YearRange> years;

    private Filters(Map<Facet, List<String>> values, List<YearRange> years) {
        this.values = values;
        this.years = years;
    }

    /** Nothing selected. */
    public static Filters none() {
        return new Filters(Map.of(), List.of());
    }

    /** One stored value of one facet without ranges. */
    public static Filters of(Facet facet, String value) {
        return new Filters(Map.of(facet, List.of(value)), List.of());
    }

    /**
     * Parses the filters of these facets; other parameters are ignored.
     *
     * @throws BadParameterException for a value that its facet cannot have
     */
    public static Filters parse(Map<String, List<String>> parameters, Collection<Facet> facets) {
        Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
        List<YearRange> years = new ArrayList<>();
        for (Facet facet : facets) {
            List<String> accepted = new ArrayList<>();
            for (String written : parameters.getOrDefault(facet.parameter(), List.of())) {
                String value = written.strip();
                // An empty field of a form selects nothing.
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
        if (facet == Facet.YEAR) {
            if (value.equalsIgnoreCase(Facet.UNKNOWN)) {
                return Facet.UNKNOWN;
            }
            YearRange range = YearRange.parse(value);
            years.add(range);
            return range.toString();
        }
        return facet.accept(value)
                .orElseThrow(() -> new BadParameterException(
                        facet.parameter(),
                        "'%s' is not a valid %s; use %s"
                                .formatted(value, facet.words(), String.join(", ", facet.choices()))));
    }

    public boolean has(Facet facet) {
        return values.containsKey(facet);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The selected values of this facet, years as written; empty for all. */
    public List<String> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    public List<YearRange> years() {
        return years;
    }

    public boolean unknownYear() {
        return of(Facet.YEAR).contains(Facet.UNKNOWN);
    }

    /** The first year if exactly one range with a start is selected, else null. */
    public Integer firstYear() {
        return years.size() == 1 && years.get(0).from() > EARLIEST
                ? years.get(0).from()
                : null;
    }

    /** The last year if exactly one range with an end is selected, else null. */
    public Integer lastYear() {
        return years.size() == 1 && years.get(0).to() < LATEST ? years.get(0).to() : null;
    }

    /** Whether a citing publication of this year (null: unknown) is among the selected years. */
    public boolean takesYear(Integer year) {
        return year == null ? unknownYear() : years.stream().anyMatch(range -> range.contains(year));
    }
}
