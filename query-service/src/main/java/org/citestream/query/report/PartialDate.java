package org.citestream.query.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as precise as known: {@code 2021}, {@code 2021-03}, {@code 2021-03-09}. */
final class PartialDate {

    private PartialDate() {}

    /**
     * The last day that the date may mean.
     *
     * @throws DateTimeException if it is no such date
     */
    static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(year(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /**
     * The first day that the date may mean.
     *
     * @throws DateTimeException if it is no such date
     */
    static LocalDate firstDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(year(date), 1, 1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static int year(String date) {
        try {
            return Integer.parseInt(date);
        } catch (NumberFormatException e) {
            throw new DateTimeException(date + " is no year", e);
        }
    }
}
