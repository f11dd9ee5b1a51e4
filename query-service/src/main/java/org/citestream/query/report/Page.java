package org.citestream.query.report;

import java.util.List;

/** The order of statements as SQL over {@code scope}; {@link Groups} has the same in memory. */
final class Page {

    private static final String NEWNESS = "coalesce(replace(last_day, '-', '')::int, 0)";

    private Page() {}

    /** Ascending expressions over {@code scope}. */
    static List<String> keys(Order order) {
        return switch (order) {
            case RELEVANCE -> List.of("""
                    CASE type WHEN 3 THEN 0 WHEN 1 THEN 10 ELSE 20 END
                    + CASE section WHEN 3 THEN 0 WHEN 4 THEN 1 WHEN 2 THEN 2 WHEN 1 THEN 3 WHEN 5 THEN 4 ELSE 5 END""", "-confidence", "-" + NEWNESS, "0");
            case NEWEST -> List.of("-" + NEWNESS, "ordinal", "0", "0");
            case OLDEST -> List.of("coalesce(replace(last_day, '-', '')::int, 99999999)", "ordinal", "0", "0");
            case CONFIDENCE -> List.of("-confidence", "-" + NEWNESS, "ordinal", "0");
        };
    }
}
