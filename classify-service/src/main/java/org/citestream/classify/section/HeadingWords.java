package org.citestream.classify.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of {@code heading-words.txt} that tell a section by its heading. Immutable, safe for several threads. */
final class HeadingWords {

    private final Map<Section, List<String>> words;

    private HeadingWords(Map<Section, List<String>> words) {
        this.words = words;
    }

    /** The list that ships with the service. */
    static HeadingWords shipped() {
        try (InputStream in = HeadingWords.class.getResourceAsStream("heading-words.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read heading-words.txt", e);
        }
    }

    private static HeadingWords parse(String text) {
        Map<Section, List<String>> words = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
                current = words.computeIfAbsent(Section.valueOf(name), section -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(line.endsWith("*") ? " " + line.substring(0, line.length() - 1) : " " + line + " ");
            }
        }
        return new HeadingWords(words);
    }

    /** The first section one of whose words stands in a heading, given in plain letters between blanks. */
    Optional<Section> sectionOf(String heading) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(heading::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
