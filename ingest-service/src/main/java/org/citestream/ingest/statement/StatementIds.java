package org.citestream.ingest.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.article.PublicationId;

/**
 * Content hashes for the statements of one article: the first 128 bits of SHA-256 over citing id, reference key,
 * normalised sentence and how often that sentence cited that key before, each on a line, printed in UUID form. Not
 * thread-safe.
 */
final class StatementIds {
    private static final int HEX_DIGITS = 32;

    private final PublicationId citing;
    private final MessageDigest sha256;
    private final Map<String, Integer> seen = new HashMap<>();
    private String lastSentence;
    private String lastNormal;

    StatementIds(PublicationId citing) {
        this.citing = citing;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    String next(String referenceKey, String sentence) {
        String content = citing.value() + "\n" + referenceKey + "\n" + normal(sentence) + "\n";
        int nth = seen.merge(content, 1, Integer::sum) - 1;
        byte[] hash = sha256.digest((content + nth).getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private String normal(String sentence) {
        if (!sentence.equals(lastSentence)) {
            lastSentence = sentence;
            lastNormal = Normalizer.normalize(sentence, Normalizer.Form.NFC)
                    .strip()
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT);
        }
        return lastNormal;
    }
}
