package org.citestream.query.web.live;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.web.Address;

/** Which arrivals are wanted: any of the values of one parameter, all parameters together; as the stream has it. */
record ArrivalFilter(Map<String, List<String>> values) {

    private static final List<String> NAMES = List.of("type", "section", "journal", "publicationType");

    private static final Map<String, Set<String>> CLOSED = Map.of(
            "type", Set.of("supporting", "mentioning", "contrasting", "unclassified"),
            "section", Set.of("introduction", "methods", "results", "discussion", "other", "unknown"));

    ArrivalFilter {
        values = new LinkedHashMap<>(values);
    }

    /** What is not known says nothing. */
    static ArrivalFilter of(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<String> said = parameters.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .filter(value ->
                            !CLOSED.containsKey(name) || CLOSED.get(name).contains(value))
                    .distinct()
                    .toList();
            if (!said.isEmpty()) {
                values.put(name, said);
            }
        }
        return new ArrivalFilter(values);
    }

    boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    String first(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** The address of one of our paths with these parameters. */
    String address(String path) {
        return new Address(path, values).toString();
    }
}
