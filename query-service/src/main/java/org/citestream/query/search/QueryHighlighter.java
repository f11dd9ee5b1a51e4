package org.citestream.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Finds the words of a query in a text that the index does not keep. Stemmed words are found by their stems, phrases as
 * they stand, whatever field they were asked in.
 */
final class QueryHighlighter implements Highlighter {
    private final Query query;
    private final UnifiedHighlighter stemmed;
    private final UnifiedHighlighter exact;

    /** Without a phrase or a prefix a text need not be taken apart a second time. */
    private final boolean hasExact;

    QueryHighlighter(Query query, Analyzer analyzer) {
        this.query = query;
        this.stemmed = over(analyzer, field -> !field.endsWith(Fields.EXACT));
        this.exact = over(analyzer, field -> field.endsWith(Fields.EXACT));
        this.hasExact = fields(query).stream().anyMatch(field -> field.endsWith(Fields.EXACT));
    }

    private static Set<String> fields(Query query) {
        Set<String> fields = new HashSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                return fields.add(field);
            }
        });
        return fields;
    }

    private static UnifiedHighlighter over(Analyzer analyzer, java.util.function.Predicate<String> fields) {
        return UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFieldMatcher(fields)
                .withBreakIterator(QueryHighlighter::whole)
                .withFormatter(new Offsets())
                // A text is marked even where the words asked for in another field are not in it.
                .withWeightMatches(false)
                .build();
    }

    private static BreakIterator whole() {
        return new WholeBreakIterator();
    }

    @Override
    public List<Match> matches(String text) {
        List<Match> all = new ArrayList<>();
        all.addAll(found(stemmed, Fields.TEXT, text));
        if (hasExact) {
            all.addAll(found(exact, Fields.TEXT + Fields.EXACT, text));
        }
        all.sort((one, other) -> one.start() != other.start()
                ? Integer.compare(one.start(), other.start())
                : Integer.compare(other.end(), one.end()));
        List<Match> apart = new ArrayList<>();
        for (Match match : all) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= match.start()) {
                apart.add(match);
            }
        }
        return apart;
    }

    @SuppressWarnings("unchecked")
    private List<Match> found(UnifiedHighlighter highlighter, String field, String text) {
        try {
            Object matches = highlighter.highlightWithoutSearcher(field, query, text, 1);
            return matches == null ? List.of() : (List<Match>) matches;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
    }

    /** The places themselves instead of a marked-up text: whoever shows them knows how to escape. */
    private static final class Offsets extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Match> matches = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    matches.add(new Match(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return matches;
        }
    }
}
