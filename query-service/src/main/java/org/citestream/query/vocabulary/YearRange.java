package org.citestream.query.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.problem.BadParameterException;

/** Years of publication, both ends included; {@code from} ≤ {@code to}. */
public record YearRange(int from, int to) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})?(\\.\\.)?(\\d{1,4})?");

    /**
     * Parses {@code 2019}, {@code 2019..2023}, {@code 2019..} and {@code ..2023}.
     *
     * @throws BadParameterException if it is none of them
     */
    public static YearRange parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        boolean form = matcher.matches();
        // Without dots, what looks like two years is one number with too many digits.
        if (!form
                || (matcher.group(1) == null && matcher.group(3) == null)
                || (matcher.group(2) == null && matcher.group(3) != null)) {
            throw new BadParameterException(
                    Facet.YEAR.parameter(),
                    "'%s' is neither a year nor a range of years; write 2019, 2019..2023, 2019.., ..2023 or unknown"
                            .formatted(written));
        }
        boolean range = matcher.group(2) != null;
        if (!range) {
            int year = Integer.parseInt(written);
            return new YearRange(year, year);
        }
        int from = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        int to = matcher.group(3) == null ? 9999 : Integer.parseInt(matcher.group(3));
        if (from > to) {
            throw new BadParameterException(
                    Facet.YEAR.parameter(), "'%s' ends before it starts; write %d..%d".formatted(written, to, from));
        }
        return new YearRange(from, to);
    }

    public boolean contains(int year) {
        return from <= year && year <= to;
    }

    @Override
    public String toString() {
        if (from == to) {
            return Integer.toString(from);
        }
        return (from == 0 ? "" : from) + ".." + (to == 9999 ? "" : to);
    }
}
