package org.citestream.query.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.vocabulary.Facet;

/**
 * The condition of an alert as the fields of a form: three selects, and all its other parameters unchanged.
 *
 * @param event, type, section the selected value, or empty for all
 * @param hidden all other parameters, and those of the three that have several values
 */
public record AlertFields(String event, String type, String section, Map<String, List<String>> hidden) {

    /** Parameters of a page or a form that are not part of the condition. */
    private static final Set<String> NOT_CONDITION = Set.of("order", "limit", "cursor", "asOf", "blind", "labels");

    static AlertFields of(Map<String, List<String>> condition) {
        Map<String, List<String>> hidden = new TreeMap<>(condition);
        return new AlertFields(
                chosen("event", hidden),
                chosen(Facet.TYPE.parameter(), hidden),
                chosen(Facet.SECTION.parameter(), hidden),
                Map.copyOf(hidden));
    }

    private static String chosen(String name, Map<String, List<String>> hidden) {
        List<String> values = hidden.getOrDefault(name, List.of());
        if (values.size() != 1) {
            return "";
        }
        hidden.remove(name);
        return values.get(0);
    }

    /** The condition among the fields of a form or a URL: a report's filters, and the events. */
    static Map<String, List<String>> condition(Map<String, List<String>> fields) {
        Map<String, List<String>> condition = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.equals("event") || (ReportQuery.knows(name) && !NOT_CONDITION.contains(name))) {
                condition.put(name, List.copyOf(values));
            }
        });
        return condition;
    }
}
