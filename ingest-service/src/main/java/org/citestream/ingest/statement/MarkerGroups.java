package org.citestream.ingest.statement;

import java.util.regex.Pattern;
import org.citestream.ingest.article.InTextMark;

/** Which markers stand together: {@code [3, 5–7]}, {@code (Flynn et al. 2021; Hilfiger 2020)}. */
final class MarkerGroups {
    private static final int LONGEST_GLUE = 24;
    private static final int LONGEST_IN_BRACKETS = 160;
    private static final Pattern GLUE = Pattern.compile(
            "(?:[\\s,;:/&+·•\\[\\]()]|" + Dashes.ONE + "|\\b(?:and|or|und|et|y|e|to|through|see|also)\\b)*",
            Pattern.CASE_INSENSITIVE);

    private MarkerGroups() {}

    static boolean together(String text, InTextMark left, InTextMark right) {
        int gap = right.start() - left.end();
        if (gap <= 1) {
            return gap < 1
                    || " ,;-–—".indexOf(text.charAt(left.end())) >= 0
                    || GLUE.matcher(text.substring(left.end(), right.start())).matches();
        }
        if (gap <= LONGEST_GLUE
                && GLUE.matcher(text.substring(left.end(), right.start())).matches()) {
            return true;
        }
        return gap <= LONGEST_IN_BRACKETS && inOneBracket(text, left, right);
    }

    /** Only years are linked: the names of the next work stand between, in the same bracket, behind a semicolon. */
    private static boolean inOneBracket(String text, InTextMark left, InTextMark right) {
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
