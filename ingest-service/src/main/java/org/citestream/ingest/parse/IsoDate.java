package org.citestream.ingest.parse;

import org.citestream.ingest.article.PublicationDate;

/** Reads {@code 2005-05-31}, {@code 2005-05} or {@code 2005}, with a time or without. */
final class IsoDate {
    private IsoDate() {}

    /** The date as far as it goes; unknown where it does not begin with a year. */
    static PublicationDate read(String date) {
        String[] numbers = date.strip().split("[-T]", -1);
        return new PublicationDate(
                Numbers.year(numbers[0]),
                numbers.length > 1 ? Numbers.leading(numbers[1]) : null,
                numbers.length > 2 ? Numbers.leading(numbers[2]) : null);
    }
}
