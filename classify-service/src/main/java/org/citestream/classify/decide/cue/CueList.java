package org.citestream.classify.decide.cue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.citestream.classify.decide.NormalText;

/**
 * The cues of {@code cues.txt}: a class in square brackets on a line of its own, then its phrases, one a line;
 * {@code #} begins a comment, a trailing star leaves the last word open, {@code <cite>} is the marker of the cited work.
 *
 * @param checksum {@code sha256:} and the hex digest of the file
 */
public record CueList(List<Cue> cues, String checksum) {

    public CueList {
        cues = List.copyOf(cues);
    }

    /** The list that ships with the service. */
    public static CueList shipped() {
        try (InputStream in = CueList.class.getResourceAsStream("cues.txt")) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read cues.txt", e);
        }
    }

    static CueList parse(byte[] file) {
        var cues = new ArrayList<Cue>();
        CueClass kind = null;
        int number = 0;
        for (String line : new String(file, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String phrase = line.strip();
            if (phrase.isEmpty() || phrase.startsWith("#")) {
                continue;
            }
            if (phrase.startsWith("[") && phrase.endsWith("]")) {
                String name = phrase.substring(1, phrase.length() - 1);
                kind = CueClass.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } else if (kind == null) {
                throw new IllegalArgumentException("cues.txt line " + number + ": a phrase before any [class]");
            } else {
                boolean open = phrase.endsWith("*");
                String words = open ? phrase.substring(0, phrase.length() - 1) : phrase;
                cues.add(new Cue(kind, words.replace("<cite>", String.valueOf(NormalText.TARGET)), open));
            }
        }
        return new CueList(cues, "sha256:" + digest(file));
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
