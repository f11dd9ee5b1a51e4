package org.citestream.query.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Replaces words of a query that the index does not contain with similar words that it does. Stateless. */
final class SpellingCorrection {
    /** A separate word: letters between blanks, parentheses, quotation marks or punctuation. */
    private static final Pattern WORD = Pattern.compile("(?<![^\\s(\"+-])\\p{L}{4,}(?=[\\s)\",.;!?]|$)");

    private static final Comparator<SuggestWord> LIKEST =
            Comparator.comparingDouble((SuggestWord word) -> word.score).thenComparingInt(word -> word.freq);
    private static final float LEAST_ALIKE = 0.7f;

    private final IndexReader reader;
    private final List<String> fields;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    /** @param fields the index's fields in which the words of a query are searched for */
    SpellingCorrection(IndexReader reader, String... fields) {
        this.reader = reader;
        this.fields = List.of(fields);
        checker.setAccuracy(LEAST_ALIKE);
        // A word that occurs only once may be misspelled too, but it still finds something.
        checker.setThresholdFrequency(0);
    }

    /** Empty if every word is known, or nothing similar is. */
    Optional<String> of(String words) throws IOException {
        Matcher word = WORD.matcher(words);
        StringBuilder corrected = new StringBuilder();
        boolean changed = false;
        while (word.find()) {
            Optional<String> better = isKnown(word.group()) ? Optional.empty() : alike(word.group());
            changed |= better.isPresent();
            word.appendReplacement(corrected, Matcher.quoteReplacement(better.orElse(word.group())));
        }
        word.appendTail(corrected);
        return changed ? Optional.of(corrected.toString()) : Optional.empty();
    }

    private boolean isKnown(String word) throws IOException {
        for (String spelling : Spellings.of(word)) {
            String lower = spelling.toLowerCase(Locale.ROOT);
            for (String field : fields) {
                Set<String> forms = Set.of(lower, WordsAndStems.STEM + WordsAndStems.stemOf(lower));
                for (String form : forms) {
                    if (reader.docFreq(new Term(field, form)) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Optional<String> alike(String word) throws IOException {
        Stream.Builder<SuggestWord> all = Stream.builder();
        for (String field : fields) {
            Term term = new Term(field, word.toLowerCase(Locale.ROOT));
            Stream.of(checker.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_ALWAYS))
                    .forEach(all::add);
        }
        return all.build().max(LIKEST).map(best -> best.string);
    }
}
