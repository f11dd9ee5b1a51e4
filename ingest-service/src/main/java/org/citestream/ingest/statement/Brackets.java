package org.citestream.ingest.statement;

import java.util.Arrays;
import java.util.BitSet;

/** Which parts of a text stand in brackets, and where each bracket began. */
final class Brackets {
    /** A bracket that closes later than this is taken for a typo. */
    private static final int LONGEST = 600;

    private static final int DEEPEST = 16;

    private static final int FIRST_SIZE = 8;

    private final BitSet inside = new BitSet();
    /** Places of brackets that close, in their order, and where each of them opened. */
    private int[] closes = new int[FIRST_SIZE];

    private int[] opens = new int[FIRST_SIZE];
    private int pairs;

    Brackets(char[] text) {
        int[] open = new int[DEEPEST];
        int depth = 0;
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (c == '(' || c == '[') {
                if (depth < DEEPEST) {
                    open[depth++] = i;
                }
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
                if (i - open[depth] <= LONGEST) {
                    pair(open[depth], i);
                }
            }
        }
    }

    private void pair(int open, int close) {
        inside.set(open, close);
        if (pairs == closes.length) {
            closes = Arrays.copyOf(closes, pairs * 2);
            opens = Arrays.copyOf(opens, pairs * 2);
        }
        opens[pairs] = open;
        closes[pairs++] = close;
    }

    boolean inside(int place) {
        return inside.get(place);
    }

    /** Where the bracket opened that closes here; -1 if none does. */
    int openOf(int close) {
        int pair = Arrays.binarySearch(closes, 0, pairs, close);
        return pair < 0 ? -1 : opens[pair];
    }
}
