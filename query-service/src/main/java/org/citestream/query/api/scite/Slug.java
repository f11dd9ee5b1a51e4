package org.citestream.query.api.scite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Names and numbers that scite gives things, made from what they are, so that they never change. */
final class Slug {

    private static final int WORDS = 48;
    private static final int SAFE_BITS = 53;

    private Slug() {}

    /** Words of {@code text} in lower case with hyphens, then eight hex digits of the hash of {@code identity}. */
    static String of(String text, String identity) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), WORDS)).replaceAll("^-+|-+$", "");
        String hash = HexFormat.of().formatHex(hash(identity), 0, 4);
        return cut.isEmpty() ? hash : cut + "-" + hash;
    }

    /** The first 53 bits of the hash of {@code identity}: what a JSON number holds exactly. */
    static long number(String identity) {
        byte[] hash = hash(identity);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return number >>> (Long.SIZE - SAFE_BITS);
    }

    private static byte[] hash(String identity) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
