package org.citestream.ingest.statement;

import java.util.Locale;
import java.util.Set;

/** What ends a sentence in other scripts, and what a full stop stands behind. Stateless. */
final class SentenceTerminators {
    /** Full-width, ideographic, Devanagari, Arabic, Urdu, Armenian, Ethiopic, Burmese, Khmer. */
    private static final String OTHER_SCRIPTS = "。｡．！？।॥؟۔։።፧၊။។៕";

    private static final char FULL_WIDTH_POINT = '．';
    private static final String UNIT_SIGNS = "°º˚◦℃%‰μµΩ′″⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final String QUOTE_CLOSES = "」』”»）";

    private static final Set<String> BEFORE_ORDINAL =
            Set.of("am", "vom", "zum", "bis", "der", "den", "dem", "des", "im", "ab", "seit", "und", "die", "das");

    /** What German counts by ordinals, which are numbers with a stop. */
    private static final Set<String> COUNTED = Set.of(
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
            "Jahrhundert",
            "Jahrhunderts",
            "Jahrhunderte",
            "Jahrtausend",
            "Auflage",
            "Kapitel",
            "Lebensjahr",
            "Semester",
            "Klasse",
            "Legislaturperiode");

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
        // Cyrillic г. and в. are years and centuries.
        if (stop < 3 || Character.UnicodeScript.of(text.charAt(stop - 1)) == Character.UnicodeScript.CYRILLIC) {
            return false;
        }
        char letter = text.charAt(stop - 1);
        // German "3 u. 4" and "Abs. 3 S. 2": and, sentence.
        if (letter == 'u' || (letter == 'S' && stop + 2 < text.length() && Character.isDigit(text.charAt(stop + 2)))) {
            return false;
        }
        char before = text.charAt(stop - 2);
        char number = before == ' ' || before == '/' || before == '·' ? text.charAt(stop - 3) : before;
        return (before == ' ' && Character.isDigit(number)) || UNIT_SIGNS.indexOf(number) >= 0;
    }

    /** Whether the stop is behind a ratio of two letters: {@code 5% w/v.} */
    static boolean isRatio(String text, int stop) {
        return stop > 3
                && text.charAt(stop - 2) == '/'
                && Character.isLowerCase(text.charAt(stop - 1))
                && Character.isLowerCase(text.charAt(stop - 3))
                && !Character.isLetter(text.charAt(stop - 4));
    }

    /** Whether the sign here closes what somebody says within the sentence: {@code 「…。」と}. */
    static boolean inQuote(String text, int at) {
        int close = at + 1;
        while (close < text.length() && QUOTE_CLOSES.indexOf(text.charAt(close)) >= 0) {
            close++;
        }
        return close > at + 1 && close < text.length() && Character.isLetter(text.charAt(close));
    }

    /** Whether the word that begins here stands behind a letter with a stop: {@code p. ex.}, {@code z. Zt.} */
    static boolean isAbbreviatedPair(String text, int word) {
        return word >= 3
                && Character.isLetter(text.charAt(word))
                && text.charAt(word - 1) == ' '
                && text.charAt(word - 2) == '.'
                && Character.isLowerCase(text.charAt(word - 3))
                && (word == 3 || text.charAt(word - 4) == ' ');
    }

    /** Whether the stop makes an ordinal of the number before it: {@code im 19. Jahrhundert}, {@code am 3. Mai}. */
    static boolean isOrdinal(String text, int stop, int next) {
        if (stop == 0 || !Character.isDigit(text.charAt(stop - 1)) || next >= text.length()) {
            return false;
        }
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        int number = text.lastIndexOf(' ', stop);
        int before = text.lastIndexOf(' ', number - 1);
        return number > 0
                && COUNTED.contains(text.substring(next, end))
                && BEFORE_ORDINAL.contains(text.substring(before + 1, number).toLowerCase(Locale.ROOT));
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
