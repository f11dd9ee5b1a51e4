package org.citestream.query.dialect.opencitations;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.problem.BadParameterException;

/**
 * How a text field is split in JSON: {@code json=array("; ",author)} makes it an array,
 * {@code json=dict(", ",author,family,given)} an object of named parts; a second operation applies to each element.
 * Stateless.
 */
final class JsonShape {

    private static final Pattern SHAPE = Pattern.compile("(array|dict)\\(\"(.+?)\",([A-Za-z_]+)((?:,[A-Za-z_]+)*)\\)");

    private JsonShape() {}

    static List<Map<String, Object>> apply(List<Map<String, String>> rows, List<String> columns, List<String> shapes) {
        List<Matcher> read = shapes.stream().map(shape -> read(shape, columns)).toList();
        return rows.stream()
                .map(row -> {
                    Map<String, Object> shaped = new LinkedHashMap<>(row);
                    read.forEach(
                            shape -> shaped.computeIfPresent(shape.group(3), (field, value) -> shaped(value, shape)));
                    return shaped;
                })
                .toList();
    }

    private static Matcher read(String written, List<String> columns) {
        Matcher shape = SHAPE.matcher(written);
        if (!shape.matches() || !columns.contains(shape.group(3))) {
            throw new BadParameterException(
                    "json",
                    "'%s' is not read; write array(\"separator\",field) or dict(\"separator\",field,name,name) with one of %s"
                            .formatted(written, columns));
        }
        return shape;
    }

    private static Object shaped(Object value, Matcher shape) {
        if (value instanceof List<?> elements) {
            return elements.stream().map(element -> shaped(element, shape)).toList();
        }
        if (!(value instanceof String text)) {
            return value;
        }
        String[] parts = text.split(Pattern.quote(shape.group(2)), -1);
        if (shape.group(1).equals("array")) {
            return text.isEmpty() ? List.of() : List.of(parts);
        }
        List<String> names = Arrays.stream(shape.group(4).split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), i < parts.length ? parts[i] : "");
        }
        return named;
    }
}
