package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.dialect.PlainWords;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.Highlighter;
import org.citestream.query.search.PublicationHits;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.StatementHits;

/** Full-text results for the words of a search, before other conditions are applied. Thread-safe. */
@Singleton
record SearchCandidates(SearchIndex index, SciteSettings settings) {

    private static final int MOST_WORDS = 100;

    /**
     * The best hits first.
     *
     * @param works CURIEs
     * @param statements whose citing works match
     * @param highlighter marks the words of the search in a text
     */
    record Candidates(List<String> works, List<UUID> statements, Highlighter highlighter) {}

    /** Whether there are any words to search for. */
    static boolean hasWords(SearchQuery query) {
        return !query.term().isBlank() || !query.words().isEmpty();
    }

    /** The results for the words: works by their metadata, statements by their sentences, depending on the mode. */
    Candidates find(SearchQuery query) {
        String fields = fields(query.words());
        boolean sentences = query.mode() != SearchQuery.Mode.PAPERS
                && !query.term().isBlank()
                && !query.words().containsKey(SearchQuery.SearchField.ABSTRACT);
        boolean described =
                query.mode() != SearchQuery.Mode.CITATIONS || query.term().isBlank();
        StatementHits statements = sentences
                ? lenient(query.term(), term -> index.statements(request("text:(" + term + ") " + fields)))
                : null;
        PublicationHits works = described || statements == null
                ? lenient(query.term(), term -> index.publications(request(all(term, fields))))
                : null;
        return new Candidates(
                works == null ? List.of() : works.ids(),
                statements == null ? List.of() : statements.ids(),
                works == null ? statements.highlighter() : works.highlighter());
    }

    private SearchRequest request(String words) {
        return SearchRequest.of(words, Math.min(settings.candidates(), SearchRequest.FURTHEST));
    }

    private static String all(String term, String fields) {
        return (term.isBlank() ? "" : "(" + term + ") ") + fields;
    }

    /** Words of named fields in our query language; a quoted value is a phrase. */
    private static String fields(Map<SearchQuery.SearchField, String> words) {
        return words.entrySet().stream()
                .flatMap(entry -> {
                    String field = SearchQuery.name(entry.getKey()) + ":";
                    String value = entry.getValue();
                    return value.startsWith("\"")
                            ? Stream.of(field + '"' + plain(value) + '"')
                            : Arrays.stream(plain(value).split(" ", -1)).map(word -> field + '"' + word + '"');
                })
                .collect(Collectors.joining(" "));
    }

    @FunctionalInterface
    private interface WordQuery<T> {
        T ask(String words) throws IOException;
    }

    /** Words that are not a valid query are searched for as plain words, because these clients expect no error. */
    private static <T> T lenient(String words, WordQuery<T> asking) {
        try {
            try {
                return asking.ask(words);
            } catch (BadQueryException unread) {
                return asking.ask(plain(words));
            }
        } catch (BadQueryException unread) {
            throw SciteError.invalidParameter("term", unread.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException("the search index cannot be read", broken);
        }
    }

    /** Letters and digits only, in lower case, so that no word is an operator. */
    static String plain(String words) {
        return PlainWords.of(words).limit(MOST_WORDS).collect(Collectors.joining(" "));
    }
}
