package org.citestream.query.export.cite;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All official citation styles by name. Thread-safe. */
@ApplicationScoped
public class StyleList {

    private static final String ENDING = ".csl";

    private volatile List<String> all;

    StyleList() {}

    /**
     * Styles that match.
     *
     * @param usual short names and the styles they stand for
     * @param total how many names match
     * @param styles a part of them, in order
     * @param next the offset of the next part, or null
     */
    @Schema(name = "Found")
    public record StyleMatches(Map<String, String> usual, int total, List<String> styles, Integer next) {}

    /** The names that contain all the words. */
    public StyleMatches find(String words, int limit, int offset) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("[\\s-]+"));
        List<String> matching = all().stream()
                .filter(name -> wanted.stream().allMatch(name::contains))
                .toList();
        int from = Math.min(offset, matching.size());
        int to = Math.min(from + limit, matching.size());
        return new StyleMatches(
                new TreeMap<>(StyleName.USUAL),
                matching.size(),
                matching.subList(from, to),
                to < matching.size() ? to : null);
    }

    private List<String> all() {
        if (all == null) {
            all = read();
        }
        return all;
    }

    /** The styles are files in one jar; its name is in the URL of any of them. */
    private static List<String> read() {
        URL one = StyleList.class.getResource("/apa" + ENDING);
        String address = one.toString();
        int start = address.indexOf("file:");
        int end = address.indexOf("!/");
        try (JarFile jar = new JarFile(new File(URI.create(address.substring(start, end))))) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ENDING.length()))
                    .sorted()
                    .distinct()
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException("the citation styles cannot be listed", e);
        }
    }
}
