package org.citestream.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** Completes what is being typed: works by DOI or title, authors by name; the most cited first. */
final class Suggester {
    private static final Sort MOST_CITED = new Sort(
            new SortField(IndexFields.STATEMENTS, SortField.Type.LONG, true),
            new SortField(IndexFields.TIE, SortField.Type.LONG));

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    Suggester(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /** @param typed lower-case, not blank */
    List<Suggestion> suggest(String typed, int most) throws IOException {
        List<Suggestion> found = new ArrayList<>();
        List<Document> identified = QuerySyntax.isPrefix(typed)
                ? works(new PrefixQuery(new Term(IndexFields.DOI, typed)), most)
                : List.of();
        for (Document work : identified) {
            if (work.get(IndexFields.DOI) != null && work.get(IndexFields.DOI).startsWith(typed)) {
                found.add(new Suggestion(
                        Suggestion.SuggestionKind.DOI, work.get(IndexFields.DOI), work.get(IndexFields.ID)));
            }
        }
        List<String> words = words(typed);
        if (!words.isEmpty()) {
            for (Document work : works(all(IndexFields.TITLE, words), most)) {
                found.add(new Suggestion(
                        Suggestion.SuggestionKind.TITLE,
                        work.get(IndexFields.TITLE + ".stored"),
                        work.get(IndexFields.ID)));
            }
            authors(words, most)
                    .forEach(author -> found.add(new Suggestion(Suggestion.SuggestionKind.AUTHOR, author, null)));
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private Set<String> authors(List<String> words, int most) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Document work : works(all(IndexFields.AUTHOR, words), most * 4)) {
            for (String name : work.getValues(IndexFields.AUTHOR_NAME)) {
                List<String> parts = words(name.toLowerCase(Locale.ROOT));
                boolean fits = words.stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
                if (fits && names.size() < most) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Every word must be complete except the last. */
    private static Query all(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Term term = new Term(field, words.get(i));
            boolean mayGoOn = i == words.size() - 1 && QuerySyntax.isPrefix(words.get(i));
            all.add(mayGoOn ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
        }
        return all.build();
    }

    private List<Document> works(Query query, int most) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, most, MOST_CITED).scoreDocs) {
            documents.add(searcher.storedFields().document(hit.doc));
        }
        return documents;
    }

    /** Every word begins a word of the field. */
    static Query beginning(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream()
                .filter(QuerySyntax::isPrefix)
                .forEach(word -> all.add(new PrefixQuery(new Term(field, word)), Occur.FILTER));
        return all.build();
    }

    List<String> words(String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(IndexFields.AUTHOR, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }
}
