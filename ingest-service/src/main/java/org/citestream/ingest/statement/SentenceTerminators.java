package org.citestream.ingest.statement;

/** What ends a sentence in other scripts, and what a full stop stands behind. Stateless. */
final class SentenceTerminators {
    /** Full-width, ideographic, Devanagari, Arabic, Urdu, Armenian, Ethiopic, Burmese, Khmer. */
    private static final String OTHER_SCRIPTS = "。｡．！？।॥؟۔։።፧၊။។៕";

    private static final char FULL_WIDTH_POINT = '．';
    private static final String UNIT_SIGNS = "°º˚◦℃%‰μµΩ′″⁰¹²³⁴⁵⁶⁷⁸⁹";

    private SentenceTerminators() {}

    static boolean ofOtherScripts(char c) {
        return c >= 0x80 && OTHER_SCRIPTS.indexOf(c) >= 0;
    }

    /** Whether the sign here ends a sentence whatever follows it; the point in {@code ３．１４} does not. */
    static boolean endsByItself(String text, int at) {
        char c = text.charAt(at);
        if (!ofOtherScripts(c)) {
            return false;
        }
        boolean number = at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return c != FULL_WIDTH_POINT || !number;
    }

    /** Whether the one letter before the stop is a unit: {@code 0.6 s.}, {@code −80 °C.}, {@code 10⁻³ M.} */
    static boolean isUnit(String text, int stop) {
        if (stop < 3) {
            return false;
        }
        char before = text.charAt(stop - 2);
        char number = before == ' ' || before == '/' || before == '·' ? text.charAt(stop - 3) : before;
        return (before == ' ' && Character.isDigit(number)) || UNIT_SIGNS.indexOf(number) >= 0;
    }

    /** Whether the blank behind this stop got lost: {@code [12].However}, {@code (Doe, 2001).The}. */
    static boolean lostBlank(String text, int stop, int end) {
        return stop > 0
                && ")]".indexOf(text.charAt(stop - 1)) >= 0
                && end == stop + 1
                && end + 1 < text.length()
                && Character.isUpperCase(text.charAt(end))
                && Character.isLowerCase(text.charAt(end + 1));
    }
}
