package org.citestream.query.web.live;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.web.PageAddress;

/** A filter on arrivals, as of the stream: any of the values of a parameter must match, and all parameters must. */
record ArrivalFilter(Map<String, List<String>> values) {

    /** All facets of the stream except years, because a range is not a value of a change. */
    private static final Set<Facet> FACETS = facets();

    private static Set<Facet> facets() {
        Set<Facet> facets = EnumSet.copyOf(Facet.OF_REPORTS);
        facets.remove(Facet.YEAR);
        return facets;
    }

    ArrivalFilter {
        values = new LinkedHashMap<>(values);
    }

    /**
     * Parses the parameters of a URL; unknown ones are ignored.
     *
     * @throws BadParameterException for a value that its facet cannot have
     */
    static ArrivalFilter of(Map<String, List<String>> parameters) {
        Filters filters = Filters.parse(parameters, FACETS);
        Map<String, List<String>> values = new LinkedHashMap<>();
        FACETS.stream().filter(filters::has).forEach(facet -> values.put(facet.parameter(), filters.of(facet)));
        return new ArrivalFilter(values);
    }

    boolean has(Facet facet, String value) {
        return values.getOrDefault(facet.parameter(), List.of()).contains(value);
    }

    String first(Facet facet) {
        return values.getOrDefault(facet.parameter(), List.of("")).get(0);
    }

    /** One of our paths with these parameters. */
    String address(String path) {
        return new PageAddress(path, values).toString();
    }
}
