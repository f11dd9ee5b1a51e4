package org.citestream.cli.gold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 of texts, as the labels hold it. */
final class SentenceHash {

    /** 128 bits. */
    static final int HEX_DIGITS = 32;

    private SentenceHash() {}

    /** First 128 bits, in hex, for the sentence in NFC, white space collapsed to single blanks, in lower case. */
    static String of(String sentence) {
        String normal = Normalizer.normalize(sentence, Normalizer.Form.NFC)
                .strip()
                .replaceAll("(?U)\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return hex(normal).substring(0, HEX_DIGITS);
    }

    /** All 256 bits in hex for the UTF-8 bytes of a text. */
    static String hex(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
