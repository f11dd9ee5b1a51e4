package org.citestream.query.check;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;

/** Finds the works that a title, or a printed reference with a title in it, may refer to. Thread-safe. */
@Singleton
public record ReferenceMatcher(SearchIndex index, Snapshot snapshot, PublicationReader publications) {

    private static final int LOOKED_AT = 20;
    private static final int MOST_WORDS = 60;
    private static final int SHORT_WORD = 3;
    /** A query may have 2,000 characters. */
    private static final int MOST_CHARACTERS = 1900;

    private static final double ALIKE = 0.9;

    /** What clients send for an author they do not know. */
    private static final Set<String> NOBODY = Set.of("", "undefined", "placeholder", "null", "none");

    /**
     * The matching work with a DOI; of several the most similar one. A work matches when at least nine tenths of the words
     * of both titles are the same and its first author's family name is among the words given.
     *
     * @throws org.citestream.query.search.BadQueryException if a word is too long to search for
     */
    public Optional<ShownPublication> match(String title, String firstAuthor) {
        List<String> words = words(title);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String author = firstAuthor == null ? "" : firstAuthor.strip().toLowerCase(Locale.ROOT);
        Set<String> names = NOBODY.contains(author) ? Set.of() : new HashSet<>(words(author));
        return works(ids(words)).stream()
                .filter(work -> work.doi() != null && work.title() != null)
                .filter(work -> alike(words, words(work.title())) >= ALIKE)
                .filter(work -> names.isEmpty() || isBy(work, names))
                .max(Comparator.<ShownPublication>comparingDouble(work -> alike(words, words(work.title())))
                        .thenComparing(ShownPublication::id, Comparator.reverseOrder()));
    }

    /** CURIEs of works whose titles share the most and rarest words with a text, the best first. */
    public List<String> candidates(String text) {
        List<String> words = ComparedText.words(text).stream()
                .filter(word -> word.length() <= MOST_WORDS)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        return words.isEmpty() ? List.of() : ids(words);
    }

    /** By all words; if no title has them all, by any of the longer ones. */
    private List<String> ids(List<String> words) {
        List<String> all = titled(words, " ");
        if (!all.isEmpty()) {
            return all;
        }
        List<String> longer =
                words.stream().filter(word -> word.length() > SHORT_WORD).toList();
        return longer.isEmpty() ? List.of() : titled(longer, " OR ");
    }

    private List<String> titled(List<String> words, String between) {
        StringBuilder query = new StringBuilder();
        for (String word : new LinkedHashSet<>(words)) {
            String term = "title:\"" + word + '"';
            if (query.length() > 0 && query.length() + between.length() + term.length() > MOST_CHARACTERS) {
                break;
            }
            query.append(query.length() == 0 ? "" : between).append(term);
        }
        return IndexCall.answer(() -> index.publications(SearchRequest.of(query.toString(), LOOKED_AT)))
                .ids();
    }

    private Collection<ShownPublication> works(List<String> ids) {
        Map<String, ShownPublication> works = snapshot.once(connection -> publications.readByIds(connection, ids));
        return works.values();
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
        return ComparedText.words(text).stream().limit(MOST_WORDS).collect(Collectors.toList());
    }
}
