package org.citestream.ingest.parse;

import java.util.List;
import java.util.Locale;

/** Months as a number or an English name. */
final class Months {
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Months() {}

    /** 1 to 12, or null. */
    static Integer of(String text) {
        if (text == null) {
            return null;
        }
        Integer number = Numbers.leading(text);
        if (number != null || text.length() < 3) {
            return number;
        }
        int place = NAMES.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
        return place < 0 ? null : place + 1;
    }
}
