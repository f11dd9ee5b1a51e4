package org.citestream.query.project.event;

/** What JSON can say and PostgreSQL cannot keep. */
final class StoredText {

    private static final byte[] ESCAPED_NUL = {'u', '0', '0', '0', '0'};

    private StoredText() {}

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
