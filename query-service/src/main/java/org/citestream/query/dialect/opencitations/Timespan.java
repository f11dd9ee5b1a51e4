package org.citestream.query.dialect.opencitations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/**
 * The time between two publications as xsd:duration, as precise as the less precise of the two dates: {@code P6Y},
 * {@code P6Y0M}, {@code P6Y0M1D}; negative if the citing work is older; empty if a date is unknown.
 */
final class Timespan {
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private Timespan() {}

    static String between(String cited, String citing) {
        if (cited == null || citing == null) {
            return "";
        }
        try {
            return exactly(cited, citing);
        } catch (DateTimeException noDate) {
            return "";
        }
    }

    private static String exactly(String cited, String citing) {
        int precision = Math.min(cited.length(), citing.length());
        if (precision <= YEAR) {
            return signed(year(citing) - year(cited), 0, 0, precision);
        }
        if (precision <= MONTH) {
            YearMonth from = YearMonth.parse(cited.substring(0, MONTH));
            YearMonth to = YearMonth.parse(citing.substring(0, MONTH));
            int months = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
            return signed(months / 12, months % 12, 0, precision);
        }
        Period period = Period.between(LocalDate.parse(cited), LocalDate.parse(citing));
        return signed(period.getYears(), period.getMonths(), period.getDays(), precision);
    }

    private static int year(String date) {
        return Integer.parseInt(date.substring(0, YEAR));
    }

    private static String signed(int years, int months, int days, int precision) {
        boolean negative = years < 0 || months < 0 || days < 0;
        StringBuilder span =
                new StringBuilder(negative ? "-P" : "P").append(Math.abs(years)).append('Y');
        if (precision > YEAR) {
            span.append(Math.abs(months)).append('M');
        }
        if (precision > MONTH) {
            span.append(Math.abs(days)).append('D');
        }
        return span.toString();
    }
}
