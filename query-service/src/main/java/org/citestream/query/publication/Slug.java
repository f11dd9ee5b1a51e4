package org.citestream.query.publication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Slugs and numbers as in scite's API, derived from identities: they never change, and need no table. Stateless. */
public final class Slug {

    private static final int WORDS = 48;
    private static final int SAFE_BITS = 53;

    private Slug() {}

    /**
     * The words of {@code text} in lower case with hyphens, then, after the last hyphen, {@code identity}, which can be
     * recovered.
     */
    public static String of(String text, String identity) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), WORDS)).replaceAll("^-+|-+$", "");
        String code = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(identity.getBytes(StandardCharsets.UTF_8))
                .replace('-', '.');
        return cut.isEmpty() ? code : cut + "-" + code;
    }

    /** The identity in a slug; empty if it is not one of ours. */
    public static Optional<String> identity(String slug) {
        String code = slug.substring(slug.lastIndexOf('-') + 1).replace('.', '-');
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString())
                    .filter(identity -> !identity.isEmpty());
        } catch (IllegalArgumentException | CharacterCodingException none) {
            return Optional.empty();
        }
    }

    /** The first 53 bits of the hash of {@code identity}: a JSON number represents them exactly. */
    public static long number(String identity) {
        byte[] hash = hash(identity);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return number >>> (Long.SIZE - SAFE_BITS);
    }

    /** The first 53 bits of a statement's id. */
    public static long number(UUID statement) {
        return statement.getMostSignificantBits() >>> (Long.SIZE - SAFE_BITS);
    }

    private static byte[] hash(String identity) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
