package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The articles of {@code deploy/samples}, as they are or as another world of works: the same articles about other
 * publications, so that tests on one line do not see one another.
 */
final class Samples {

    private static final Path FOLDER = Checkout.root().resolve("deploy/samples");
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final String REPORTS = "expected-reports.json";

    private final Map<String, String> renamed;

    private Samples(Map<String, String> renamed) {
        this.renamed = renamed;
    }

    static Samples asTheyAre() {
        return new Samples(Map.of());
    }

    /**
     * All publications renamed: DOIs, the one PMID, and the titles of those that are known, or looked for, by title.
     *
     * @param world letters and digits, as a part of DOIs
     * @throws IllegalArgumentException if another test has taken that world
     */
    static Samples world(String world) {
        if (!TAKEN.add(world)) {
            throw new IllegalArgumentException("the world " + world + " is taken by another test");
        }
        return new Samples(Map.of(
                "10.5555/cs.", "10.5555/" + world + ".",
                "10.5555/CS.", "10.5555/" + world + ".",
                "99000101", "99%06d".formatted(Math.floorMod(world.hashCode(), 1_000_000)),
                "A midbrain population gates", "A " + world + " population gates",
                "Burrow architecture of", "Burrow architecture (" + world + ") of",
                "The concept of drive in", "The concept of drive (" + world + ") in"));
    }

    List<Sample> all() {
        try (var files = Files.list(FOLDER.resolve("articles"))) {
            return files.map(file -> file.getFileName().toString().replace(".xml", ""))
                    .sorted()
                    .map(this::get)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sample get(String name) {
        return new Sample(name, read("articles/" + name + ".xml"), tree("expected/" + name + ".json"));
    }

    /** Sums over the whole line and the reports of chosen works. */
    JsonNode expectedReports() {
        return tree(REPORTS);
    }

    private JsonNode tree(String file) {
        return Json.tree(read(file));
    }

    private String read(String file) {
        try {
            String text = Files.readString(FOLDER.resolve(file));
            for (var name : renamed.entrySet()) {
                text = text.replace(name.getKey(), name.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
