package org.citestream.classify.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Small tables beside the model: lines of a word, a tab and a value; {@code #} opens a comment. Stateless. */
public final class TabTable {

    private TabTable() {}

    /** The table under this name on the classpath, which must be there. */
    public static String shipped(String resource) {
        try (InputStream in = TabTable.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** The values by their words. */
    public static <T> Map<String, T> parse(String text, Function<String, T> value) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> value.apply(cells[1])));
    }
}
