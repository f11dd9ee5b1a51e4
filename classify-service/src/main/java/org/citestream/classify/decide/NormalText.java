package org.citestream.classify.decide;

import java.util.List;

/**
 * A sentence as models read it: lower case, white space and dashes made one, the target's markers and other citation
 * markers each a single sign. Keeps where every character came from, so that what a model found can be shown in the
 * original. Reusable; not safe for use by several threads.
 */
public final class NormalText {

    /** Stands for the marker of the work in question. */
    public static final char TARGET = '\u0001';
    /** Stands for any other citation marker. */
    public static final char OTHER = '\u0002';
    /** Longest text looked at, in UTF-16 code units; statements carry at most 4 KB. */
    public static final int MAX_LENGTH = 8192;

    private char[] chars = new char[1024];
    private int[] origin = new int[1025];
    private int length;

    /** Reads another text; what was here before is gone. Target markers may overlap or be empty. */
    public NormalText read(String text, List<Span> targets) {
        length = 0;
        int end = Math.min(text.length(), MAX_LENGTH);
        ensure(3 * end + 8);
        int at = 0;
        while (at < end) {
            int after = endOfTarget(targets, at);
            char sign = TARGET;
            if (after < 0) {
                after = MarkerShape.endOfMarker(text, at, end);
                sign = OTHER;
                if (after > 0 && holdsTarget(targets, at, after)) {
                    sign = TARGET;
                }
            }
            if (after > at) {
                space(at);
                if (length < 2 || chars[length - 2] != sign) {
                    put(sign, at);
                    put(' ', after);
                }
                at = after;
            } else {
                character(text.charAt(at), at);
                at++;
            }
        }
        origin[length] = end;
        return this;
    }

    private void character(char raw, int at) {
        if (raw <= ' ' || Character.isWhitespace(raw) || Character.isSpaceChar(raw)) {
            space(at);
        } else if (raw == '\u2010' || raw == '\u2011' || raw == '\u2012' || raw == '\u2013') {
            put('-', at);
        } else if (raw == '\u2019' || raw == '\u2018') {
            put('\'', at);
        } else {
            put(Character.toLowerCase(raw), at);
        }
    }

    private void space(int at) {
        if (length > 0 && chars[length - 1] != ' ') {
            put(' ', at);
        }
    }

    private void put(char c, int at) {
        chars[length] = c;
        origin[length] = at;
        length++;
    }

    private void ensure(int size) {
        if (chars.length < size) {
            chars = new char[size];
            origin = new int[size + 1];
        }
    }

    /** End of a target's marker that begins here, else -1. */
    private static int endOfTarget(List<Span> targets, int at) {
        for (int i = 0; i < targets.size(); i++) {
            Span span = targets.get(i);
            if (span.start() == at && span.end() > at) {
                return span.end();
            }
        }
        return -1;
    }

    private static boolean holdsTarget(List<Span> targets, int from, int to) {
        for (int i = 0; i < targets.size(); i++) {
            Span span = targets.get(i);
            if (span.start() >= from && span.start() < to && span.end() > span.start()) {
                return true;
            }
        }
        return false;
    }

    public int length() {
        return length;
    }

    public char charAt(int index) {
        return chars[index];
    }

    /** Where normal characters [from, to) stand in the text that was read. */
    public Span original(int from, int to) {
        return new Span(origin[from], to >= length ? origin[length] : Math.max(origin[from], origin[to - 1] + 1));
    }

    /** Index of the first target sign, or -1. */
    public int target() {
        for (int i = 0; i < length; i++) {
            if (chars[i] == TARGET) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
