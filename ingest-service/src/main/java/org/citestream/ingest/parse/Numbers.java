package org.citestream.ingest.parse;

/** Whole numbers as publishers print them. */
final class Numbers {
    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /** The number at the start of the text ({@code 2004} of {@code 2004a}), or null. */
    static Integer leading(String text) {
        if (text == null) {
            return null;
        }
        int end = 0;
        while (end < text.length() && end < MOST_DIGITS && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? null : Integer.valueOf(text.substring(0, end));
    }

    /** The first year, four digits from 1400 to 2100, anywhere in the text, or null. */
    static Integer year(String text) {
        if (text == null) {
            return null;
        }
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit) {
                digits++;
            } else {
                if (digits == 4) {
                    int year = Integer.parseInt(text.substring(i - 4, i));
                    if (year >= 1400 && year <= 2100) {
                        return year;
                    }
                }
                digits = 0;
            }
        }
        return null;
    }
}
