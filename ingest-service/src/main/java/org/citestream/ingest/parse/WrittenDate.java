package org.citestream.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.PublicationDate;

/** Reads {@code 12 March 2017}, {@code March 12, 2017} or {@code Mar 2017}. Stateless. */
final class WrittenDate {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");

    private WrittenDate() {}

    /** The date as far as it is said; unknown without a year. */
    static PublicationDate read(String words) {
        Integer month = null;
        Matcher word = WORD.matcher(words);
        while (month == null && word.find()) {
            month = Months.of(word.group());
        }
        Matcher day = DAY.matcher(words);
        return new PublicationDate(Numbers.year(words), month, day.find() ? Integer.valueOf(day.group(1)) : null);
    }
}
