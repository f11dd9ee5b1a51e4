package org.citestream.query.search;

import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.citestream.query.vocabulary.Facet;

/** Names of the index's fields, and how each is taken apart. Stateless. */
final class Fields {
    static final String ID = "id";

    /** A number made of the id, for an order of equals: cheaper to compare than the id. */
    static final String TIE = "tie";

    /** The publication's key in the view: what counts of the tables go by. */
    static final String KEY = "key";

    /** Words by their stem, for words. */
    static final String TEXT = "text";

    static final String CONTEXT = "context";
    static final String TITLE = "title";
    static final String ABSTRACT = "abstract";

    /** Words as they stand, for phrases and prefixes. */
    static final String EXACT = ".exact";

    static final String AUTHOR = "author";
    static final String JOURNAL_WORDS = "journal.words";
    static final String DOI = "doi";
    static final String CITED = "cited";
    static final String YEAR_NUMBER = "year.number";
    static final String STATEMENTS = "statements";
    static final String AUTHOR_NAME = "author.name";

    /** Every value of a facet is a term of this field, and a doc value of the facet's own name. */
    static String filter(Facet facet) {
        return facet.parameter() + ".is";
    }

    static final Set<String> STEMMED = Set.of(TEXT, CONTEXT, TITLE, ABSTRACT);

    private Fields() {}

    /** Stop words are kept: phrases must find them, and BM25 makes little of them. */
    static Analyzer analyzer() {
        Analyzer stemming = new EnglishAnalyzer(org.apache.lucene.analysis.CharArraySet.EMPTY_SET);
        Analyzer exact = new StandardAnalyzer();
        Map<String, Analyzer> perField = new java.util.HashMap<>();
        for (String field : STEMMED) {
            perField.put(field, stemming);
            perField.put(field + EXACT, exact);
        }
        perField.put(AUTHOR, exact);
        perField.put(JOURNAL_WORDS, exact);
        perField.put(DOI, new KeywordAnalyzer());
        return new PerFieldAnalyzerWrapper(exact, perField);
    }
}
