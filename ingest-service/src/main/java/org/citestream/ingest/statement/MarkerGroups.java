package org.citestream.ingest.statement;

import java.util.regex.Pattern;
import org.citestream.ingest.article.CitationMarker;

/** Which markers stand together: {@code [3, 5–7]}, {@code (Flynn et al. 2021; Hilfiger 2020)}. */
final class MarkerGroups {
    private static final int LONGEST_GLUE = 24;
    private static final int LONGEST_IN_BRACKETS = 160;
    private static final Pattern GLUE = Pattern.compile(
            "(?:[\\s,;:/&+·•\\[\\]()]|" + Dashes.ONE + "|\\b(?:and|or|und|et|y|e|to|through|see|also)\\b)*",
            Pattern.CASE_INSENSITIVE);

    /** What stands between most markers of a group. */
    private static final String PLAIN_GLUE = " ,;:/[]()-–—";

    private MarkerGroups() {}

    static boolean together(String text, CitationMarker left, CitationMarker right) {
        int gap = right.start() - left.end();
        if (gap <= 1) {
            return gap < 1 || isGlue(text, left.end(), right.start());
        }
        if (gap <= LONGEST_GLUE && isGlue(text, left.end(), right.start())) {
            return true;
        }
        return gap <= LONGEST_IN_BRACKETS && inOneBracket(text, left, right);
    }

    private static boolean isGlue(String text, int from, int to) {
        int at = from;
        while (at < to && PLAIN_GLUE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at == to || GLUE.matcher(text.substring(from, to)).matches();
    }

    /** Only years are linked: the names of the next work stand between, in the same bracket, behind a semicolon. */
    private static boolean inOneBracket(String text, CitationMarker left, CitationMarker right) {
        boolean semicolon = false;
        for (int i = left.end(); i < right.start(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == ')' || c == '[' || c == ']') {
                return false;
            }
            semicolon |= c == ';';
        }
        if (!semicolon) {
            return false;
        }
        int close = Math.max(text.lastIndexOf(')', left.start()), text.lastIndexOf(']', left.start()));
        int open = Math.max(text.lastIndexOf('(', left.start()), text.lastIndexOf('[', left.start()));
        return open > close;
    }
}
