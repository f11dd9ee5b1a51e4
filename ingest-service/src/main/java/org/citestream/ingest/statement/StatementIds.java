package org.citestream.ingest.statement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.citestream.ingest.article.PublicationId;

/**
 * Content hashes for the statements of one article: the first 128 bits of SHA-256 over citing id, reference key,
 * normalised sentence and how often that sentence cited that key before, each on a line, printed in UUID form. Not
 * thread-safe.
 */
final class StatementIds {
    private static final byte NEW_LINE = '\n';

    private final byte[] citing;
    private final MessageDigest sha256;
    private final Set<UUID> given = new HashSet<>();
    private String lastSentence;
    private byte[] lastNormal;

    StatementIds(PublicationId citing) {
        this.citing = utf8(citing.value());
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
        byte[] key = utf8(referenceKey);
        byte[] normal = normal(sentence);
        int nth = 0;
        UUID id = hash(key, normal, nth);
        while (!given.add(id)) {
            nth++;
            id = hash(key, normal, nth);
        }
        return id.toString();
    }

    private UUID hash(byte[] referenceKey, byte[] sentence, int nth) {
        line(citing);
        line(referenceKey);
        line(sentence);
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(utf8(Integer.toString(nth))));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private void line(byte[] words) {
        sha256.update(words);
        sha256.update(NEW_LINE);
    }

    /** All statements of a sentence come one after the other. */
    private byte[] normal(String sentence) {
        if (!sentence.equals(lastSentence)) {
            lastSentence = sentence;
            lastNormal = utf8(sentence.toLowerCase(Locale.ROOT));
        }
        return lastNormal;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
