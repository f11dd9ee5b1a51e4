package org.citestream.query.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Dates as precise as known: {@code 2021}, {@code 2021-03}, {@code 2021-03-09}. */
public final class PartialDate {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    private PartialDate() {}

    /**
     * The last day that the date may mean.
     *
     * @throws DateTimeException if it is not a date
     */
    public static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(year(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /**
     * The first day that the date may mean.
     *
     * @throws DateTimeException if it is not a date
     */
    public static LocalDate firstDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(year(date), 1, 1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    /**
     * The last day of a date as given by publishers, as year, month and day in one sortable number; every month counts
     * 31 days. 0 for null and for anything else.
     */
    public static int lastDayNumber(String date) {
        if (date == null || !FORM.matcher(date).matches()) {
            return 0;
        }
        return Integer.parseInt((date + "-12-31".substring(date.length() - 4)).replace("-", ""));
    }

    /** The year of a date as publishers give it; null for null and for what has no such form. */
    public static Integer yearOf(String date) {
        int lastDay = lastDayNumber(date);
        return lastDay == 0 ? null : Integer.valueOf(lastDay / 10_000);
    }

    /** The greatest {@link #lastDayNumber} of dates up to a day. */
    public static int number(LocalDate day) {
        boolean lastOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + (lastOfMonth ? 31 : day.getDayOfMonth());
    }

    private static int year(String date) {
        try {
            return Integer.parseInt(date);
        } catch (NumberFormatException e) {
            throw new DateTimeException(date + " is not a year", e);
        }
    }
}
