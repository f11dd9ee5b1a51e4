package org.citestream.ingest.statement;

/** Numbers in markers and labels. */
final class Digits {
    private static final int MOST = 5;

    private Digits() {}

    /** The one number of a text with at most one letter beside it ({@code [12]}, {@code 12a}), or -1. */
    static int only(String text) {
        int number = -1;
        int digits = 0;
        int letters = 0;
        boolean ended = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (ended || ++digits > MOST) {
                    return -1;
                }
                number = Math.max(number, 0) * 10 + (c - '0');
            } else {
                ended = number >= 0;
                letters += Character.isLetter(c) ? 1 : 0;
            }
        }
        return letters <= 1 ? number : -1;
    }
}
