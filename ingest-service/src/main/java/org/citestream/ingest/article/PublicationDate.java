package org.citestream.ingest.article;

import java.time.YearMonth;

/**
 * When something appeared; a later part is null when unknown.
 *
 * @param year 1400 to 2100: a year outside is a misprint ("7991") and counts as unknown
 * @param day one that the month has, else unknown
 */
public record PublicationDate(Integer year, Integer month, Integer day) {
    public static final PublicationDate UNKNOWN = new PublicationDate(null, null, null);
    private static final int FIRST_YEAR = 1400;
    private static final int LAST_YEAR = 2100;

    public PublicationDate {
        year = within(year, FIRST_YEAR, LAST_YEAR);
        month = year == null ? null : within(month, 1, 12);
        day = month == null ? null : within(day, 1, YearMonth.of(year, month).lengthOfMonth());
    }

    private static Integer within(Integer number, int least, int most) {
        return number == null || number < least || number > most ? null : number;
    }
}
