package org.citestream.ingest.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.citestream.ingest.article.PublicationId;

/**
 * Content hashes for the statements of one article: the first 128 bits of SHA-256 over citing id, reference key,
 * normalised sentence and how often that sentence cited that key before, each on a line, printed in UUID form. Not
 * thread-safe.
 */
final class StatementIds {
    private static final int BYTES = 16;

    private final String prefix;
    private final MessageDigest sha256;
    private final Set<String> given = new HashSet<>();
    private String lastSentence;
    private String lastNormal;

    StatementIds(PublicationId citing) {
        this.prefix = citing.value() + "\n";
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /**
     * The id of the next statement.
     *
     * @param sentence in NFC, white space collapsed
     */
    String next(String referenceKey, String sentence) {
        String content = prefix + referenceKey + "\n" + lowerCase(sentence) + "\n";
        int nth = 0;
        String id = hash(content + nth);
        while (!given.add(id)) {
            nth++;
            id = hash(content + nth);
        }
        return id;
    }

    private String hash(String content) {
        byte[] hash = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hash, 0, BYTES);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    /** All statements of a sentence come one after the other. */
    private String lowerCase(String sentence) {
        if (!sentence.equals(lastSentence)) {
            lastSentence = sentence;
            lastNormal = sentence.toLowerCase(Locale.ROOT);
        }
        return lastNormal;
    }
}
