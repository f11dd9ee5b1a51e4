package org.citestream.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives every publication an id: a registered one where it has one, else {@code ref:} and the SHA-256 of what makes the
 * work the same work wherever it is cited. Stateless.
 */
public final class PublicationIds {
    /** A shorter title ("Editorial") names no work. */
    private static final int LEAST_TITLE_LETTERS = 20;

    private PublicationIds() {}

    /** The id of a cited work; without anything that identifies it, an id of its own that is never shared. */
    public static PublicationId of(PublicationId citing, Reference reference) {
        return reference.identifiers().best().orElseGet(() -> {
            String same = sameWork(
                    reference.title(),
                    reference.authors(),
                    reference.year(),
                    reference.container(),
                    reference.placement());
            return hashed(same != null ? same : "entry\n" + citing.value() + "\n" + reference.key());
        });
    }

    /** The id of a citing work. The title must not be null when there are no identifiers. */
    public static PublicationId of(
            Identifiers identifiers,
            String title,
            List<Author> authors,
            Integer year,
            String container,
            Placement placement) {
        return identifiers.best().orElseGet(() -> {
            String same = sameWork(title, authors, year, container, placement);
            return hashed(same != null ? same : "article\n" + normalise(title) + "\n" + year + "\n" + names(authors));
        });
    }

    private static String sameWork(
            String title, List<Author> authors, Integer year, String container, Placement placement) {
        String words = normalise(title);
        if (year == null) {
            return null;
        }
        if (letters(words) >= LEAST_TITLE_LETTERS && !authors.isEmpty()) {
            return "title\n" + words + "\n" + year + "\n"
                    + normalise(authors.get(0).family());
        }
        if (container != null && placement.volume() != null && placement.firstPage() != null) {
            return "place\n" + normalise(container) + "\n" + normalise(placement.volume()) + "\n"
                    + normalise(placement.firstPage()) + "\n" + year;
        }
        return null;
    }

    /** Letters and digits only, lower-case, without accents, single blanks between words; empty for null. */
    public static String normalise(String text) {
        if (text == null) {
            return "";
        }
        // Never longer than what it is made of: a blank stands for at least one character.
        char[] words = (isAscii(text) ? text : withoutAccents(text)).toCharArray();
        int length = 0;
        boolean blank = false;
        for (char c : words) {
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (blank && length > 0) {
                    words[length++] = ' ';
                }
                blank = false;
                words[length++] = Character.toLowerCase(c);
            } else {
                blank = true;
            }
        }
        return new String(words, 0, length);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
                letters.append(decomposed.charAt(i));
            }
        }
        return letters.toString();
    }

    private static long letters(String words) {
        return words.codePoints().filter(Character::isLetter).count();
    }

    private static String names(List<Author> authors) {
        return String.join(";", authors.stream().map(Author::displayName).toList());
    }

    private static PublicationId hashed(String input) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
            return new PublicationId("ref:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
