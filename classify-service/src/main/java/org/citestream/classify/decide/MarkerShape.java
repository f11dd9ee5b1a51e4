package org.citestream.classify.decide;

/**
 * Recognises citation markers that no position names: bracketed numbers, bracketed names with a year, and the stand-ins
 * that corpora of citations use. Plain scanning, no regular expressions, for it runs on every character.
 */
final class MarkerShape {

    private static final int LONGEST = 400;

    private MarkerShape() {}

    /** End (exclusive) of the marker that begins at {@code at}, or -1 if none does. */
    static int endOfMarker(String text, int at, int end) {
        char c = text.charAt(at);
        if (c == '[' || c == '(') {
            int close = closing(text, at, end, c == '[' ? ']' : ')');
            return close > 0 && isMarker(text, at + 1, close, c == '[') ? close + 1 : -1;
        }
        return -1;
    }

    private static int closing(String text, int at, int end, char close) {
        int limit = Math.min(end, at + LONGEST);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i;
            }
            if (c == '[' || c == '(') {
                return -1;
            }
        }
        return -1;
    }

    /** Only numbers and separators in square brackets (up to three digits in round ones), or a name and a year. */
    private static boolean isMarker(String text, int from, int to, boolean square) {
        boolean onlyNumbers = false;
        int digits = 0;
        int letters = 0;
        boolean year = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                if (digits == 4) {
                    year |= isCentury(text.charAt(i - 3), text.charAt(i - 2));
                }
                onlyNumbers = true;
            } else {
                digits = 0;
                if (Character.isLetter(c)) {
                    letters++;
                } else if (c != ',' && c != ' ' && c != '-' && c != '\u2013' && c != ';' && c != '\u00a0') {
                    letters += square ? 0 : 2;
                }
            }
        }
        if (letters == 0) {
            return onlyNumbers && (square || to - from <= 3 || hasSeparator(text, from, to)) && !year;
        }
        return year && letters >= 2;
    }

    private static boolean isCentury(char first, char second) {
        return (first == '1' && second == '9') || (first == '2' && second == '0');
    }

    private static boolean hasSeparator(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == ';' || c == '-' || c == '\u2013') {
                return true;
            }
        }
        return false;
    }
}
