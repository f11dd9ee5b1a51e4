package org.citestream.query.project.event;

import java.nio.charset.StandardCharsets;

/** What JSON can say and PostgreSQL cannot keep. */
public final class UnstorableText {

    private static final byte[] ESCAPED_NUL = {'u', '0', '0', '0', '0'};

    private static final int LONGEST = 1000;

    private UnstorableText() {}

    /** What can be kept of a text from outside, whatever it holds: without U+0000 and half characters, cut at 1,000. */
    public static String keepable(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        String whole = new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\ufffd');
    }

    /** Whether a JSON text holds an escaped U+0000 (an unescaped one is no JSON). */
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
