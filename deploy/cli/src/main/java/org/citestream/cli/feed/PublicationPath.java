package org.citestream.cli.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Puts a publication id at the end of an address, as it is but for what would end or change the path. */
public final class PublicationPath {

    private static final String KEPT = "-._~:/()@!$&'*+,;=";

    private PublicationPath() {}

    public static String of(String id) {
        var path = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isLetterOrDigit(c) || KEPT.indexOf(c) >= 0) {
                path.append(c);
            } else {
                path.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return path.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
