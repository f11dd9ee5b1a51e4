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

/** Which arrivals are wanted: any of the values of one parameter, all parameters together; as the stream has it. */
record ArrivalFilter(Map<String, List<String>> values) {

    /** All of the stream's but years, for a span of them is no value of a change. */
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
     * Reads the parameters of an address; those that it does not know say nothing.
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

    /** The address of one of our paths with these parameters. */
    String address(String path) {
        return new PageAddress(path, values).toString();
    }
}
