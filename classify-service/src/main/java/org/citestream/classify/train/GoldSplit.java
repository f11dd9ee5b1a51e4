package org.citestream.classify.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * On which side of the gold set's split an article stands: its id decides, so that all its rows stand together and who
 * adds articles moves none.
 */
public final class GoldSplit {

    private static final int DIGITS = 8;
    private static final int PARTS = 100;
    private static final int DEVELOPMENT = 15;

    private GoldSplit() {}

    /**
     * {@code dev} for 15 articles in 100, else {@code train}: by the first 8 hexadecimal digits of the SHA-256 of the
     * citing work's id, modulo 100.
     */
    public static String of(String citing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(citing.getBytes(StandardCharsets.UTF_8));
            long number = Long.parseLong(HexFormat.of().formatHex(digest).substring(0, DIGITS), 16);
            return number % PARTS < DEVELOPMENT ? "dev" : "train";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
