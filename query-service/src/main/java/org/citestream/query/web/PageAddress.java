package org.citestream.query.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The URL of one of our pages. It contains everything the page shows, so it can be shared and the back button works.
 * Each method returns a new address; empty values are left out.
 */
public record PageAddress(String path, Map<String, List<String>> parameters) {

    public PageAddress {
        Map<String, List<String>> said = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> full =
                    values.stream().filter(value -> !value.isBlank()).distinct().toList();
            if (!full.isEmpty()) {
                said.put(name, full);
            }
        });
        parameters = said;
    }

    /** The page of that kind for a publication: {@code /reports/doi%3A10.…} with its slashes as they are. */
    public static PageAddress of(String kind, String publication) {
        return new PageAddress(
                "/" + kind + "/" + escaped(publication).replace("%2F", "/").replace("%3A", ":"), Map.of());
    }

    public PageAddress with(String name, String value) {
        return set(name, List.of(value));
    }

    public PageAddress set(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return new PageAddress(path, changed);
    }

    public PageAddress plus(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        values.add(value);
        return set(name, values);
    }

    public PageAddress minus(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        values.remove(value);
        return set(name, values);
    }

    public PageAddress without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        for (String name : names) {
            changed.remove(name);
        }
        return new PageAddress(path, changed);
    }

    @Override
    public String toString() {
        String query = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> escaped(parameter.getKey()) + "=" + escaped(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
