package org.citestream.ingest.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The characters behind entity names such as {@code nbsp} that articles use without declaring them. */
final class NamedCharacters {
    private static final Map<String, String> BY_NAME = load();

    private NamedCharacters() {}

    /** The characters, or null for a name that HTML does not know. */
    static String of(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, String> load() {
        Map<String, String> table = new HashMap<>();
        try (InputStream file = NamedCharacters.class.getResourceAsStream("entities.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> parts = List.of(line.split(" ", -1));
                StringBuilder characters = new StringBuilder();
                parts.stream().skip(1).forEach(hex -> characters.appendCodePoint(Integer.parseInt(hex, 16)));
                table.put(parts.get(0), characters.toString());
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(table);
    }
}
