package org.citestream.query.search;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.citestream.query.vocabulary.Facet;

/**
 * Names of the index's fields, and how each is analysed. Queries have two names for a field of words: the plain one for
 * stemmed words, and one with {@link #EXACT} for words as written; {@link QueryTranslation} maps both to the single
 * field in the index. Stateless.
 */
final class IndexFields {
    static final String ID = "id";

    /** A number derived from the id to order ties: cheaper to compare than the id. */
    static final String TIE = "tie";

    /** The publication's key in the view, by which counts from the tables are looked up. */
    static final String KEY = "key";

    /** The lower half of a statement's id; the upper is its {@link #TIE}. */
    static final String ID_LOWER = "id.lower";

    /** The article that a document is a part of: its key. */
    static final String ARTICLE = "article";

    static final String TEXT = "text";
    static final String CONTEXT = "context";
    static final String TITLE = "title";
    static final String ABSTRACT = "abstract";

    /** In queries: words as written, for phrases and prefixes. */
    static final String EXACT = ".exact";

    static final String AUTHOR = "author";
    static final String JOURNAL_WORDS = "journal.words";

    /** The DOI of a publication; for a statement, of the cited work. */
    static final String DOI = "doi";

    /** The DOI of an article. */
    static final String CITING_DOI = "doi.citing";

    /** In queries for statements: the DOI of only the cited work, and of only the citing one. */
    static final String ASKED_CITED = "cited";

    static final String ASKED_CITING = "citing";

    /** The key of the cited work. */
    static final String CITED = "cited";

    static final String YEAR_NUMBER = "year.number";

    /** The last day that the date may mean, as a number that sorts; 0 if there is no date. */
    static final String DAY = "day";

    /** 1 where there is no date, else 0: undated documents come last in either order. */
    static final String UNDATED = "undated";

    static final String STATEMENTS = "statements";
    static final String AUTHOR_NAME = "author.name";

    /** The ORCIDs of a publication's authors. */
    static final String ORCID = "orcid";

    /** A number made from a publication's id, for clients that identify works by number. */
    static final String NUMBER = "number";

    /** Authors, journals, affiliations and funders of publications; those with an id apart. */
    static String entity(Entity.EntityKind kind, boolean identified) {
        return kind.name().toLowerCase(Locale.ROOT) + (identified ? ".ids" : ".names");
    }

    /** The ids of affiliations and funders, each a term. */
    static String entityIs(Entity.EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ".is";
    }

    /** Words of the names of a kind. */
    static String entityWords(Entity.EntityKind kind) {
        return switch (kind) {
            case AUTHOR -> AUTHOR;
            case JOURNAL -> JOURNAL_WORDS;
            case AFFILIATION, FUNDER -> kind.name().toLowerCase(Locale.ROOT) + ".words";
        };
    }

    /** Every value of a facet is a term of this field. */
    static String filter(Facet facet) {
        return facet.parameter() + ".is";
    }

    static final Set<String> STEMMED = Set.of(TEXT, CONTEXT, TITLE, ABSTRACT);

    /** The facets of a search that belong to the citing article. */
    static final Set<Facet> OF_ARTICLES = EnumSet.copyOf(Facet.OF_SEARCH.stream()
            .filter(facet -> !Facet.OF_STATEMENTS.contains(facet))
            .toList());

    private IndexFields() {}

    /**
     * For queries, and for marking words in a text. Stop words are kept, because phrases must find them and BM25 gives
     * them little weight.
     */
    static Analyzer analyzer() {
        Analyzer stemming = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
        Analyzer exact = new StandardAnalyzer();
        Map<String, Analyzer> perField = new HashMap<>();
        for (String field : STEMMED) {
            perField.put(field, stemming);
            perField.put(field + EXACT, exact);
        }
        perField.put(AUTHOR, exact);
        perField.put(JOURNAL_WORDS, exact);
        perField.put(DOI, new KeywordAnalyzer());
        return new PerFieldAnalyzerWrapper(exact, perField);
    }

    /** For indexing. */
    static Analyzer indexing() {
        Map<String, Analyzer> perField = new HashMap<>();
        Analyzer words = new WordsAndStems();
        STEMMED.forEach(field -> perField.put(field, words));
        return new PerFieldAnalyzerWrapper(new StandardAnalyzer(), perField);
    }
}
