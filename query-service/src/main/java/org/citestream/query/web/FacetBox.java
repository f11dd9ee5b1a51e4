package org.citestream.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;

/**
 * One group of filters with its counts.
 *
 * @param options options shown at once
 * @param rest options shown on demand
 * @param all path of the page with all values, or null if all are here
 */
public record FacetBox(String name, String legend, List<Option> options, List<Option> rest, String all) {

    private static final int SHOWN = 8;
    private static final int MOST = 40;

    /** One value; {@code share} is its count relative to the greatest one, 0 to 100. */
    public record Option(String id, String value, String label, long count, int share, boolean chosen) {}

    static FacetBox of(Facet facet, Report report, ReportQuery query, PageAddress address) {
        return of(
                facet,
                report.facets(),
                facet == Facet.YEAR ? List.of() : query.filters().of(facet),
                facet.open() ? all(facet, address) : null);
    }

    /** The box of one facet from the counts of all facets, the greatest count first. */
    public static FacetBox of(Facet facet, Map<String, List<FacetCount>> facets, List<String> chosen, String all) {
        List<FacetCount> counts = facet == Facet.AUTHOR
                ? people(facets.getOrDefault(facet.parameter(), List.of()), chosen)
                : facets.getOrDefault(facet.parameter(), List.of());
        long most =
                Math.max(1, counts.stream().mapToLong(FacetCount::count).max().orElse(1));
        List<Option> options = new ArrayList<>();
        for (FacetCount count : counts) {
            options.add(option(facet, count, (int) (100 * count.count() / most), chosen.contains(count.value())));
        }
        // Selected values stay visible, even if the other filters leave no statements with them.
        for (String value : chosen) {
            if (options.stream().noneMatch(option -> option.value.equals(value))) {
                options.add(option(facet, new FacetCount(value, 0), 0, true));
            }
        }
        options.sort((one, other) -> Boolean.compare(other.chosen, one.chosen));
        List<Option> shown = options.subList(0, Math.min(SHOWN, options.size()));
        List<Option> rest = options.subList(shown.size(), Math.min(MOST, options.size()));
        return new FacetBox(facet.parameter(), facet.legend(), shown, rest, all);
    }

    /** A name whose every bearer has the same ORCID iD stands there once, as that person. */
    private static List<FacetCount> people(List<FacetCount> counts, List<String> chosen) {
        Set<FacetCount> named = counts.stream()
                .filter(count -> count.label() != null)
                .map(count -> new FacetCount(count.label(), count.count()))
                .collect(Collectors.toSet());
        return counts.stream()
                .filter(count -> !named.contains(count) || chosen.contains(count.value()))
                .toList();
    }

    /** Whether there is anything to select: not if everything is unknown. */
    public boolean useful() {
        return options.size() > 1
                || options.stream()
                        .anyMatch(option -> option.chosen
                                || !(option.value.equals(Facet.UNKNOWN) || option.value.equals(Facet.NONE)));
    }

    private static String all(Facet facet, PageAddress address) {
        return new PageAddress(
                        "/facets/" + facet.parameter() + address.path().substring("/reports".length()),
                        address.parameters())
                .without("cursor", "tab", "q", "order", "citing")
                .toString();
    }

    private static Option option(Facet facet, FacetCount count, int share, boolean chosen) {
        String id = "f-" + facet.parameter() + "-"
                + Integer.toHexString(count.value().hashCode());
        String shown = facet.asWritten() ? unknown(count.value()) : Wording.word(count.value());
        String label = count.label() == null ? shown : count.label();
        return new Option(id, count.value(), label, count.count(), share, chosen);
    }

    private static String unknown(String value) {
        return switch (value) {
            case Facet.UNKNOWN -> "Unknown";
            case Facet.NONE -> "None named";
            default -> value;
        };
    }
}
