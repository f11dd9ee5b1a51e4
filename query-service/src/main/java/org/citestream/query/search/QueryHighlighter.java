package org.citestream.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Finds the words of a query in a text that the index does not store. Stemmed words are matched by their stems, phrases
 * and prefixes as written, whatever field they were searched in.
 */
final class QueryHighlighter implements Highlighter {
    private final Query query;
    private final Analyzer analyzer;
    private final Set<String> stems = new HashSet<>();

    /** Null if there is neither a phrase nor a prefix. */
    private final UnifiedHighlighter exact;

    QueryHighlighter(Query query, Analyzer analyzer) {
        this.query = query;
        this.analyzer = analyzer;
        Set<String> fields = new HashSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                fields.add(field);
                return true;
            }

            @Override
            public void consumeTerms(Query asked, Term... terms) {
                for (Term term : terms) {
                    if (IndexFields.STEMMED.contains(term.field())) {
                        stems.add(term.text());
                    }
                }
            }
        });
        this.exact = fields.stream().anyMatch(QueryHighlighter::isExact) ? exact(analyzer) : null;
    }

    private static boolean isExact(String field) {
        return field.endsWith(IndexFields.EXACT)
                || field.equals(IndexFields.AUTHOR)
                || field.equals(IndexFields.JOURNAL_WORDS);
    }

    private static UnifiedHighlighter exact(Analyzer analyzer) {
        return UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFieldMatcher(QueryHighlighter::isExact)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new RangeFormatter())
                // A text is marked even if words searched for in another field are missing from it.
                .withWeightMatches(false)
                .build();
    }

    @Override
    public List<MatchedRange> matches(String text) {
        List<MatchedRange> all = new ArrayList<>();
        try {
            addStems(text, all);
            if (exact != null) {
                addExact(text, all);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
        all.sort((one, other) -> one.start() != other.start()
                ? Integer.compare(one.start(), other.start())
                : Integer.compare(other.end(), one.end()));
        List<MatchedRange> apart = new ArrayList<>();
        for (MatchedRange match : all) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= match.start()) {
                apart.add(match);
            }
        }
        return apart;
    }

    private void addStems(String text, List<MatchedRange> matches) throws IOException {
        if (stems.isEmpty()) {
            return;
        }
        try (TokenStream words = analyzer.tokenStream(IndexFields.TEXT, text)) {
            CharTermAttribute stem = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (stems.contains(stem.toString())) {
                    matches.add(new MatchedRange(place.startOffset(), place.endOffset()));
                }
            }
            words.end();
        }
    }

    @SuppressWarnings("unchecked")
    private void addExact(String text, List<MatchedRange> matches) throws IOException {
        Object found = exact.highlightWithoutSearcher(IndexFields.TEXT + IndexFields.EXACT, query, text, 1);
        if (found != null) {
            matches.addAll((List<MatchedRange>) found);
        }
    }

    /** The ranges themselves instead of a marked-up text, because callers know how to escape. */
    private static final class RangeFormatter extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<MatchedRange> matches = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    matches.add(new MatchedRange(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return matches;
        }
    }
}
