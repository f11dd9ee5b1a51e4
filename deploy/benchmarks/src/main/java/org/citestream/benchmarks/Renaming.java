package org.citestream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * New ids for the nth copy of a work or statement, each of the kind of the old one; the same again whenever asked.
 * Immutable.
 *
 * @param copy from 1
 */
record Renaming(int copy) {

    Renaming {
        if (copy < 1) {
            throw new IllegalArgumentException("copies are counted from 1, not " + copy);
        }
    }

    /** The copy's name for a publication id. */
    String publication(String curie) {
        int colon = curie.indexOf(':');
        String kind = curie.substring(0, colon);
        return kind + ":" + value(kind, curie.substring(colon + 1));
    }

    /** The same without the kind in front. */
    String value(String kind, String value) {
        return switch (kind) {
            case "doi" -> value + ".copy" + copy;
            case "ref" -> hash(value);
            // Numbers stay numbers.
            default -> value + "%05d".formatted(copy);
        };
    }

    UUID statement(String id) {
        return UUID.nameUUIDFromBytes((copy + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    private String hash(String value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((copy + " " + value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
