package org.citestream.query.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of years, both ends included, either of which may be open. */
record YearRange(int from, int to) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})?(\\.\\.)?([0-9]{1,4})?");

    /** Of {@code 2019}, {@code 2019..2023}, {@code 2019..} or {@code ..2023}; null if it is none of them. */
    static YearRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) == null)) {
            return null;
        }
        if (matcher.group(2) == null) {
            return matcher.group(1) == null || matcher.group(3) != null
                    ? null
                    : new YearRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(1)));
        }
        return new YearRange(
                matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)),
                matcher.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3)));
    }

    boolean contains(String year) {
        if (!year.matches("[0-9]{1,4}")) {
            return false;
        }
        int value = Integer.parseInt(year);
        return from <= value && value <= to;
    }
}
