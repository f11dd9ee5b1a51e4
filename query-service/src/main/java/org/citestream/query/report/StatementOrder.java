package org.citestream.query.report;

import java.util.Locale;
import org.citestream.query.problem.BadParameterException;

/** The order of statements and, by their first statement, of citing publications. */
public enum StatementOrder {
    /** Contrasting, supporting, rest; then results, discussion, methods, introduction, other; confidence; newest. */
    RELEVANCE,
    /** The latest citing publication first, those without a date last. */
    NEWEST,
    /** The earliest citing publication first, those without a date last. */
    OLDEST,
    /** The most confident label first. */
    CONFIDENCE;

    /** The name in URLs. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the order reveals something about labels. */
    boolean betraysLabels() {
        return this == RELEVANCE || this == CONFIDENCE;
    }

    static StatementOrder parse(String written) {
        for (StatementOrder order : values()) {
            if (order.parameter().equals(written.toLowerCase(Locale.ROOT))) {
                return order;
            }
        }
        throw new BadParameterException(
                "order", "'%s' is not a valid order; use relevance, newest, oldest or confidence".formatted(written));
    }
}
