package org.citestream.query.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.Facet;

/** The accepted licences of citing publications; any if none is chosen. */
public record Licences(List<String> chosen) {

    private static final String CREATIVE_COMMONS = "%%creativecommons.org/%s/%%";

    /** Short names (SPDX ids without version) for addresses of licences of any version. */
    private static final Map<String, String> SHORT = Map.of(
            "cc0", CREATIVE_COMMONS.formatted("publicdomain/zero"),
            "pdm", CREATIVE_COMMONS.formatted("publicdomain/mark"),
            "cc-by", CREATIVE_COMMONS.formatted("licenses/by"),
            "cc-by-sa", CREATIVE_COMMONS.formatted("licenses/by-sa"),
            "cc-by-nd", CREATIVE_COMMONS.formatted("licenses/by-nd"),
            "cc-by-nc", CREATIVE_COMMONS.formatted("licenses/by-nc"),
            "cc-by-nc-sa", CREATIVE_COMMONS.formatted("licenses/by-nc-sa"),
            "cc-by-nc-nd", CREATIVE_COMMONS.formatted("licenses/by-nc-nd"));

    public Licences {
        chosen = chosen.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** An additional condition on rows with a {@code root}, starting with AND; empty if any licence is accepted. */
    Sql condition() {
        if (chosen.isEmpty()) {
            return new Sql();
        }
        List<String> patterns = new ArrayList<>();
        boolean unknown = false;
        List<String> lower =
                chosen.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        for (String value : lower) {
            if (value.equals(Facet.UNKNOWN)) {
                unknown = true;
            } else {
                patterns.add(SHORT.getOrDefault(value, escaped(value.replaceFirst("/+$", ""))));
            }
        }
        return new Sql()
                .add("AND root IN (SELECT l.key FROM active.publication l")
                .add(
                        "WHERE (? AND l.licence IS NULL) OR rtrim(lower(l.licence), '/') LIKE ANY (?)",
                        unknown,
                        patterns.toArray(String[]::new))
                // An SPDX id with its version and country, or without.
                .add(
                        "OR ARRAY[lower(l.licence_id), regexp_replace(lower(l.licence_id), '-[0-9].*', '')] && ?::text[])",
                        (Object) lower.toArray(String[]::new));
    }

    private static String escaped(String literal) {
        return literal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
