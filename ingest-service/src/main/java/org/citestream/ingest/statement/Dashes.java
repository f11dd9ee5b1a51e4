package org.citestream.ingest.statement;

import java.util.Set;
import java.util.regex.Pattern;

/** Signs that say "to" between two numbers, also as broken by a wrong encoding. */
final class Dashes {
    /** A dash, or what remains of one: its UTF-8 bytes read as Windows-1252, its lost character, its name. */
    static final String ONE =
            "(?:â€“|â€”|â€\"|âˆ’|â\u0080\u0093|â\u0080\u0094|&[nm]dash;|[-–—−‐‑‒―~∼－\u00AD\uF02D\uF0B2\uFFFD])";

    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\[\\]()]*(?:" + ONE + "|\\bto\\b|\\bthrough\\b)[\\s\\[\\]()]*");
    private static final Set<Character> PLAIN = Set.of('-', '–', '—');

    private Dashes() {}

    /** Whether nothing but a dash, blanks and brackets stands between two markers. */
    static boolean between(String gap) {
        if (gap.length() == 1) {
            return PLAIN.contains(gap.charAt(0)) || BETWEEN.matcher(gap).matches();
        }
        return !gap.isEmpty() && gap.length() <= 16 && BETWEEN.matcher(gap).matches();
    }
}
