package org.citestream.classify.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Our reading of SciCite's "result" sentences, which its authors published without a usable stance. Keyed by hash, so
 * that no text of the set is needed here.
 */
public final class ResultStance {

    private static final int DIGITS = 16;

    private final Map<String, String> readings = new HashMap<>();

    /** Reads them from the classpath. */
    public ResultStance() {
        try (InputStream in = ResultStance.class.getResourceAsStream("scicite-result-stance.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", 2))
                    .forEach(cells -> readings.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read scicite-result-stance.tsv", e);
        }
    }

    /** The stance of a "result" sentence; empty where it is mixed or unclear. */
    public Optional<String> of(String text) {
        return switch (readings.getOrDefault(hash(text), "s")) {
            case "c" -> Optional.of("contrasting");
            case "m" -> Optional.of("mentioning");
            case "x" -> Optional.empty();
            default -> Optional.of("supporting");
        };
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
