package org.citestream.ingest.statement;

import java.util.Arrays;
import java.util.BitSet;

/** Which parts of a text stand in brackets, and where each bracket began. */
final class Brackets {
    /** A bracket that closes later than this is taken as a slip of the pen. */
    private static final int LONGEST = 600;

    private static final int DEEPEST = 16;

    private final BitSet inside;
    private final int[] openOfClose;

    Brackets(String text) {
        this.inside = new BitSet(text.length());
        int[] opens = new int[DEEPEST];
        int depth = 0;
        int[] matches = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                if (depth < DEEPEST) {
                    opens[depth++] = i;
                }
            } else if ((c == ')' || c == ']') && depth > 0) {
                int open = opens[--depth];
                if (i - open <= LONGEST) {
                    inside.set(open, i);
                    matches = matches == null ? noMatches(text.length()) : matches;
                    matches[i] = open;
                }
            }
        }
        this.openOfClose = matches;
    }

    private static int[] noMatches(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    boolean inside(int place) {
        return inside.get(place);
    }

    /** Where the bracket opened that closes here; -1 if none does. */
    int openOf(int close) {
        return openOfClose == null ? -1 : openOfClose[close];
    }
}
