package org.citestream.query.project.event;

import java.nio.charset.StandardCharsets;

/** Handles text that JSON can express and PostgreSQL cannot store. */
public final class UnstorableText {

    private static final byte[] ESCAPED_NUL = {'u', '0', '0', '0', '0'};

    private static final int LONGEST = 1000;

    private UnstorableText() {}

    /** The storable part of any text from outside: without U+0000 and unpaired surrogates, cut at 1,000 characters. */
    public static String keepable(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        String whole = new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\ufffd');
    }

    /** Whether a JSON text contains an escaped U+0000 (an unescaped one is not valid JSON). */
    static boolean holdsNul(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\') {
                i++;
                if (matches(json, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] json, int from) {
        if (from + ESCAPED_NUL.length > json.length) {
            return false;
        }
        for (int k = 0; k < ESCAPED_NUL.length; k++) {
            if (json[from + k] != ESCAPED_NUL[k]) {
                return false;
            }
        }
        return true;
    }
}
