package org.citestream.query.dialect.opencitations;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Open citation identifiers: two numbers, {@code citing-cited}. Ours begin with {@code 0990} and then give each UTF-8 byte
 * of the publication's CURIE as three decimal digits, so that an identifier can be read back without a table.
 */
final class Oci {
    private static final String PREFIX = "0990";

    private Oci() {}

    static String of(String citing, String cited) {
        return number(citing) + "-" + number(cited);
    }

    /** The two CURIEs, citing first; empty if it is not one of ours. */
    static Optional<String[]> read(String oci) {
        String[] halves = (oci.startsWith("oci:") ? oci.substring(4) : oci).split("-", -1);
        if (halves.length != 2) {
            return Optional.empty();
        }
        Optional<String> citing = curie(halves[0]);
        Optional<String> cited = curie(halves[1]);
        return citing.isPresent() && cited.isPresent()
                ? Optional.of(new String[] {citing.get(), cited.get()})
                : Optional.empty();
    }

    private static String number(String curie) {
        StringBuilder digits = new StringBuilder(PREFIX);
        for (byte part : curie.getBytes(StandardCharsets.UTF_8)) {
            int value = part & 0xff;
            digits.append((char) ('0' + value / 100))
                    .append((char) ('0' + value / 10 % 10))
                    .append((char) ('0' + value % 10));
        }
        return digits.toString();
    }

    private static Optional<String> curie(String number) {
        String digits = number.startsWith(PREFIX) ? number.substring(PREFIX.length()) : "";
        if (digits.isEmpty() || digits.length() % 3 != 0 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        byte[] bytes = new byte[digits.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            int value = Integer.parseInt(digits.substring(i * 3, i * 3 + 3));
            if (value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
