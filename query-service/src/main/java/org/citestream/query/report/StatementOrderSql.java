package org.citestream.query.report;

import java.util.List;

/** The order of statements as SQL over {@code scope}; {@link StatementGroups} has the same in memory. */
final class StatementOrderSql {

    private static final String NEWNESS = "coalesce(replace(last_day, '-', '')::int, 0)";

    private StatementOrderSql() {}

    /** Ascending expressions over {@code scope}. */
    static List<String> keys(StatementOrder order) {
        return switch (order) {
            case RELEVANCE -> List.of(Relevance.sql(), "-confidence", "-" + NEWNESS, "0");
            case NEWEST -> List.of("-" + NEWNESS, "ordinal", "0", "0");
            case OLDEST ->
                List.of(
                        "coalesce(replace(last_day, '-', '')::int, %d)".formatted(StatementGroups.NO_DATE),
                        "ordinal",
                        "0",
                        "0");
            case CONFIDENCE -> List.of("-confidence", "-" + NEWNESS, "ordinal", "0");
        };
    }
}
