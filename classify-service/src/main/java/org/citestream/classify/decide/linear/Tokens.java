package org.citestream.classify.decide.linear;

import java.util.Arrays;
import org.citestream.classify.decide.NormalText;

/**
 * The words and signs of a normal text, at most {@value #MOST}. Numbers are all one word, for they differ without meaning
 * a difference. Reusable; not safe for use by several threads.
 */
final class Tokens {

    static final int MOST = 400;

    private static final int NUMBER = 7;
    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private final int[] hash = new int[MOST];
    /** By character: the token that covers it, else the next one. */
    private int[] at = new int[1024];

    private int size;
    private int target;

    void read(NormalText text) {
        size = 0;
        target = -1;
        int length = text.length();
        if (at.length < length) {
            at = new int[length];
        }
        int place = 0;
        while (place < length && size < MOST) {
            if (text.charAt(place) == ' ') {
                at[place] = size;
                place++;
            } else {
                int token = size;
                int end = token(text, place);
                Arrays.fill(at, place, end, token);
                place = end;
            }
        }
        Arrays.fill(at, place, length, size);
    }

    /** The token that covers a place of the text, else the next one, else the last; 0 where there is none. */
    int at(int place) {
        return Math.max(0, Math.min(at[place], size - 1));
    }

    private int token(NormalText text, int start) {
        char c = text.charAt(start);
        int end = start;
        int raw = 0;
        if (Character.isLetterOrDigit(c)) {
            boolean digits = true;
            while (end < text.length() && isInner(text.charAt(end))) {
                char d = text.charAt(end);
                digits &= (d >= '0' && d <= '9') || d == '.' || d == '-';
                raw = raw * 31 + d;
                end++;
            }
            raw = digits ? NUMBER : raw;
        } else {
            raw = c;
            end++;
        }
        if (c == NormalText.TARGET && target < 0) {
            target = size;
        }
        from[size] = start;
        to[size] = end;
        hash[size] = Hash.mix(raw);
        size++;
        return end;
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '.';
    }

    int size() {
        return size;
    }

    int from(int token) {
        return from[token];
    }

    int to(int token) {
        return to[token];
    }

    int hash(int token) {
        return hash[token];
    }

    /** The token of the target's first marker, or -1. */
    int target() {
        return target;
    }

    /** Words with at least three letters; without any there is nothing to decide by. */
    int realWords(NormalText text) {
        int real = 0;
        for (int i = 0; i < size; i++) {
            if (to[i] - from[i] > 2 && Character.isLetter(text.charAt(from[i]))) {
                real++;
            }
        }
        return real;
    }
}
