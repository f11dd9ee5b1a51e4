package org.citestream.classify.decide.linear;

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
    private int size;
    private int target;

    void read(NormalText text) {
        size = 0;
        target = -1;
        int length = text.length();
        int at = 0;
        while (at < length && size < MOST) {
            if (text.charAt(at) == ' ') {
                at++;
            } else {
                at = token(text, at);
            }
        }
    }

    private int token(NormalText text, int start) {
        char c = text.charAt(start);
        int at = start;
        int raw = 0;
        if (Character.isLetterOrDigit(c)) {
            boolean digits = true;
            while (at < text.length() && isInner(text.charAt(at))) {
                char d = text.charAt(at);
                digits &= (d >= '0' && d <= '9') || d == '.' || d == '-';
                raw = raw * 31 + d;
                at++;
            }
            raw = digits ? NUMBER : raw;
        } else {
            raw = c;
            at++;
        }
        if (c == NormalText.TARGET && target < 0) {
            target = size;
        }
        from[size] = start;
        to[size] = at;
        hash[size] = Hash.mix(raw);
        size++;
        return at;
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
