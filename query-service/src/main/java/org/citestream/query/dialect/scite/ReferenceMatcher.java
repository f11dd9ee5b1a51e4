package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/**
 * Finds the work that a title, and the first author if known, refer to. A work matches when at least nine tenths of the
 * words of both titles are the same and its first author's family name is among the words given. Thread-safe.
 */
@Singleton
public record ReferenceMatcher(SearchCandidates candidates, Snapshot snapshot, PublicationReader publications) {

    private static final int LOOKED_AT = 20;
    private static final double ALIKE = 0.9;

    /** What clients send for an author they do not know. */
    private static final Set<String> NOBODY = Set.of("", "undefined", "placeholder", "null", "none");

    /** The matching work with a DOI; of several the most similar one. */
    public Optional<ShownPublication> match(String title, String firstAuthor) {
        List<String> words = words(title);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ShownPublication> works = found(words);
        String author = firstAuthor == null ? "" : firstAuthor.strip().toLowerCase(Locale.ROOT);
        Set<String> names = NOBODY.contains(author) ? Set.of() : new HashSet<>(words(author));
        return works.values().stream()
                .filter(work -> work.doi() != null && work.title() != null)
                .filter(work -> alike(words, words(work.title())) >= ALIKE)
                .filter(work -> names.isEmpty() || isBy(work, names))
                .max((one, other) -> {
                    int by = Double.compare(alike(words, words(one.title())), alike(words, words(other.title())));
                    return by != 0 ? by : other.id().compareTo(one.id());
                });
    }

    /** By all words; if no title has them all, by any of the longer ones. */
    private Map<String, ShownPublication> found(List<String> words) {
        List<String> ids = candidates.titled(query(words, " "), LOOKED_AT);
        if (ids.isEmpty()) {
            List<String> longer =
                    words.stream().filter(word -> word.length() > 3).toList();
            ids = longer.isEmpty() ? List.of() : candidates.titled(query(longer, " OR "), LOOKED_AT);
        }
        List<String> found = ids;
        return snapshot.once(connection -> publications.readByIds(connection, found));
    }

    private static String query(List<String> words, String between) {
        return words.stream().map(word -> "title:\"" + word + '"').collect(Collectors.joining(between));
    }

    /** If the work's author is unknown, the author decides nothing. */
    private static boolean isBy(ShownPublication work, Set<String> names) {
        if (work.authors().isEmpty()) {
            return true;
        }
        List<String> family = words(work.authors().get(0).familyOrName());
        return names.containsAll(family) || family.containsAll(names);
    }

    /** The share of their words that two titles have in common, 0 to 1. */
    private static double alike(List<String> one, List<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return (double) both.size() / all.size();
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(60)
                .toList();
    }
}
