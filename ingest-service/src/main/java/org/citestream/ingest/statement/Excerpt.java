package org.citestream.ingest.statement;

/**
 * A text of at most so many UTF-8 bytes, cut at a blank.
 *
 * @param offset where in the whole text the excerpt begins
 * @param cut whether anything is missing
 */
record Excerpt(String text, int offset, boolean cut) {
    /** As a statement carries it: never the article, always under the broker's message size. */
    static final int MOST_BYTES = 4096;

    private static final int MOST_BYTES_PER_UNIT = 3;
    /** A word longer than this is cut through. */
    private static final int LONGEST_WORD = 64;

    /** The part of the text around {@code keep}, which is put in the middle. */
    static Excerpt around(String text, Span keep) {
        if (fits(text)) {
            return new Excerpt(text, 0, false);
        }
        int half = MOST_BYTES / MOST_BYTES_PER_UNIT / 2;
        int middle = (keep.start() + Math.min(keep.end(), keep.start() + half)) / 2;
        int from = Math.max(0, Math.min(middle - half, keep.start()));
        int to = Math.min(text.length(), from + 2 * half);
        from = Math.max(0, to - 2 * half);
        from = from == 0 ? 0 : afterBlank(text, from, Math.min(keep.start(), from + LONGEST_WORD));
        to = to == text.length() ? to : beforeBlank(text, to, Math.max(keep.end(), to - LONGEST_WORD));
        return new Excerpt(text.substring(from, to), from, true);
    }

    /** The beginning of the text. */
    static Excerpt head(String text) {
        return around(text, new Span(0, 0));
    }

    /** The end of the text. */
    static Excerpt tail(String text) {
        return around(text, new Span(text.length(), text.length()));
    }

    private static boolean fits(String text) {
        if (text.length() * MOST_BYTES_PER_UNIT <= MOST_BYTES) {
            return true;
        }
        int bytes = 0;
        for (int i = 0; i < text.length() && bytes <= MOST_BYTES; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : MOST_BYTES_PER_UNIT;
        }
        return bytes <= MOST_BYTES;
    }

    private static int afterBlank(String text, int from, int most) {
        int blank = text.indexOf(' ', from);
        if (blank >= 0 && blank < most) {
            return blank + 1;
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int beforeBlank(String text, int to, int least) {
        int blank = text.lastIndexOf(' ', to);
        if (blank > least) {
            return blank;
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
