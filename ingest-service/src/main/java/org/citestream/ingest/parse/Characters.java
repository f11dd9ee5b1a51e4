package org.citestream.ingest.parse;

/** What single characters become in running text. */
final class Characters {
    /** What Windows-1252 puts where Latin-1 has control characters: bytes once read under the wrong name. */
    private static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Characters() {}

    /** Printable ASCII: taken as it is. */
    static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F;
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Soft hyphens, joiners, direction marks, and controls that Windows-1252 has no use for. */
    static boolean isInvisible(char c) {
        return c == 0x7F
                || c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xFEFF
                || (c >= 0x80 && c < 0xA0 && WINDOWS_1252.charAt(c - 0x80) == c);
    }

    /** The character that was meant: {@code U+0096} is an en dash of Windows-1252. */
    static char meant(char c) {
        return c >= 0x80 && c < 0xA0 ? WINDOWS_1252.charAt(c - 0x80) : c;
    }

    /** Whether NFC leaves this character alone whatever its neighbours are; false means only that one must look. */
    static boolean isComposed(char c) {
        return c < 0x300 || (c >= 0x391 && c <= 0x3C9) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    static boolean canRise(char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '−' || c == '–';
    }

    /** The superscript form of a digit or sign. */
    static char raised(char c) {
        if (c >= '0' && c <= '9') {
            return SUPERSCRIPTS.charAt(c - '0');
        }
        return c == '+' ? '⁺' : '⁻';
    }
}
