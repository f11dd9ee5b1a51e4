package org.citestream.query.dialect.semanticscholar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.kit.database.Sql;

/**
 * When a paper was published: from and to are as precise as they were written, and null where the span is open.
 */
record DateSpan(String from, String to) {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})?(-)?(\\d{4})?");
    private static final String DAY = "\\d{4}(?:-\\d{2}(?:-\\d{2})?)?";
    private static final Pattern DATES = Pattern.compile("(" + DAY + ")?(:)?(" + DAY + ")?");

    /** Reads {@code 2019}, {@code 2016-2020}, {@code 2010-} and {@code -2015}. */
    static Optional<DateSpan> years(GraphParameters asked) {
        return asked.text("year").map(written -> read("year", written, YEARS));
    }

    /** Reads {@code 2019-03-05}, {@code 2019}, {@code 2016-03:2020}, {@code 2016:} and {@code :2015}. */
    static Optional<DateSpan> dates(GraphParameters asked) {
        return asked.text("publicationDateOrYear").map(written -> read("publicationDateOrYear", written, DATES));
    }

    private static DateSpan read(String name, String written, Pattern form) {
        Matcher span = form.matcher(written);
        if (!span.matches() || (span.group(1) == null && span.group(3) == null)) {
            throw GraphError.refused("Unacceptable query params: [%s=%s]".formatted(name, written));
        }
        return span.group(2) == null
                ? new DateSpan(span.group(1), span.group(1))
                : new DateSpan(span.group(1), span.group(3));
    }

    /** The condition on the work {@code p}, which begins with AND. */
    Sql condition() {
        Sql within = new Sql();
        if (from != null) {
            within.add("AND p.published >= ?", from);
        }
        if (to != null) {
            // Less precise dates come before their longer forms: 2020-05 is within 2020.
            within.add("AND p.published <= ? || '~'", to);
        }
        return within;
    }
}
