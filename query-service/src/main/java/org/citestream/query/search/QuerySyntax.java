package org.citestream.query.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.YearRange;

/**
 * The query syntax: words (all must occur, in British or American spelling), "phrases", "words near"~5, {@code AND},
 * {@code OR}, {@code NOT}, {@code -without}, parentheses, {@code prefix*}, {@code beg*n}, {@code alike~} and
 * {@code field:}. Everything else is text, so that a pasted title or DOI is rarely an error; what looks like an
 * operator but cannot be one is refused with its position. Not thread-safe: one for each query.
 */
final class QuerySyntax extends QueryParser {
    private static final String ANY = "any";
    private static final String PMID = "pmid";
    private static final String PMCID = "pmcid";
    private static final String ARXIV = "arxiv";

    /** The fields of each kind of document, in the order in which messages list them. */
    private static final Set<String> OF_STATEMENTS = names(
            IndexFields.TEXT,
            IndexFields.TITLE,
            Facet.AUTHOR.parameter(),
            Facet.JOURNAL.parameter(),
            Facet.SECTION.parameter(),
            Facet.TYPE.parameter(),
            Facet.INTENT.parameter(),
            Facet.YEAR.parameter(),
            IndexFields.DOI,
            IndexFields.ASKED_CITED,
            IndexFields.ASKED_CITING);

    private static final Set<String> OF_PUBLICATIONS = names(
            IndexFields.TITLE,
            IndexFields.ABSTRACT,
            Facet.AUTHOR.parameter(),
            Facet.JOURNAL.parameter(),
            Facet.YEAR.parameter(),
            IndexFields.DOI,
            PMID,
            PMCID,
            ARXIV,
            IndexFields.ORCID);

    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_CLAUSES = 256;
    /** The automaton of a prefix is walked recursively, one call per letter. */
    private static final int LONGEST_PREFIX = 128;
    /** Each wildcard reads many words of the index. */
    private static final int MOST_PATTERNS = 8;
    /** More stars in a word make a huge automaton. */
    private static final int MOST_SIGNS = 4;
    /** In a shorter word one letter may differ, in a longer one two. */
    private static final int LONG_WORD = 6;
    /** A word found in two places counts a little more than one found in one. */
    private static final float TIE = 0.1f;

    private static final CharArraySet STOP_WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;
    /** As the parser counts modifiers. */
    private static final int REQUIRED = 11;

    private static final Pattern LAST_WORD = Pattern.compile("^(.*[^\\p{L}\\p{N}*?])([\\p{L}\\p{N}*?]+)$");

    private final Set<String> known;
    private final String[] searched;
    private final float[] weights;
    /** What asks for a stop word alone, and was not written with a plus. */
    private final Set<Query> stopWords = Collections.newSetFromMap(new IdentityHashMap<>());

    private String written = "";
    private int patterns;

    private QuerySyntax(Analyzer analyzer, Set<String> known, String[] searched, float[] weights) {
        super(ANY, analyzer);
        this.known = known;
        this.searched = searched.clone();
        this.weights = weights.clone();
        setDefaultOperator(Operator.AND);
        setAllowLeadingWildcard(false);
        setAutoGeneratePhraseQueries(false);
        setSplitOnWhitespace(true);
        // So that the parser reports a missing number.
        setFuzzyMinSim(0);
    }

    /** @param searched fields in which words without a field are searched for, with their weights */
    static QuerySyntax ofStatements(Analyzer analyzer, String[] searched, float[] weights) {
        return new QuerySyntax(analyzer, OF_STATEMENTS, searched, weights);
    }

    /** @param searched fields in which words without a field are searched for, with their weights */
    static QuerySyntax ofPublications(Analyzer analyzer, String[] searched, float[] weights) {
        return new QuerySyntax(analyzer, OF_PUBLICATIONS, searched, weights);
    }

    private static Set<String> names(String... names) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }

    /** @throws BadQueryException if it cannot be parsed */
    Query read(String words) {
        if (words.isBlank() || words.strip().equals("*")) {
            return new MatchAllDocsQuery();
        }
        shortEnough(words);
        QueryText text = new QueryText(words, known);
        written = words;
        patterns = 0;
        stopWords.clear();
        try {
            Query query = withoutStopWords(parse(text.escaped()));
            if (clauses(query) > MOST_CLAUSES) {
                throw new BadQueryException("more than " + MOST_CLAUSES + " words", 0);
            }
            return onlyNegative(query);
        } catch (ParseException unread) {
            throw bad(words, unread, text);
        }
    }

    /** @throws BadQueryException if a pattern is too long */
    static void shortEnough(String words) {
        if (words.length() > MOST_CHARACTERS) {
            throw new BadQueryException("more than " + MOST_CHARACTERS + " characters; use fewer", MOST_CHARACTERS);
        }
    }

    /** Whether a prefix is long enough to search for. */
    static boolean isPrefix(String beginning) {
        return beginning.length() <= LONGEST_PREFIX;
    }

    /**
     * A word like "the" occurs nearly everywhere: looking for it beside others takes long and changes little, so it is left
     * out where another word must occur.
     */
    private Query withoutStopWords(Query query) {
        if (!(query instanceof BooleanQuery all)) {
            return query;
        }
        boolean others = all.clauses().stream()
                .anyMatch(clause -> clause.isRequired() && !stopWords.contains(clause.getQuery()));
        BooleanQuery.Builder kept = new BooleanQuery.Builder();
        for (BooleanClause clause : all.clauses()) {
            if (!(others && clause.isRequired() && stopWords.contains(clause.getQuery()))) {
                kept.add(withoutStopWords(clause.getQuery()), clause.getOccur());
            }
        }
        return kept.build();
    }

    @Override
    protected void addClause(List<BooleanClause> clauses, int conjunction, int modifiers, Query query) {
        if (modifiers == REQUIRED) {
            stopWords.remove(query);
        }
        super.addClause(clauses, conjunction, modifiers, query);
    }

    /** "NOT a" alone means everything without a. */
    private static Query onlyNegative(Query query) {
        if (query instanceof BooleanQuery all
                && !all.clauses().isEmpty()
                && all.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            BooleanQuery.Builder others = new BooleanQuery.Builder();
            others.add(new MatchAllDocsQuery(), Occur.MUST);
            all.clauses().forEach(others::add);
            return others.build();
        }
        return query;
    }

    private static int clauses(Query query) {
        if (query instanceof BooleanQuery all) {
            return all.clauses().stream()
                    .mapToInt(clause -> clauses(clause.getQuery()))
                    .sum();
        }
        return 1;
    }

    private static BadQueryException bad(String words, ParseException unread, QueryText text) {
        if (unread.getCause() instanceof BadQueryException own) {
            return own;
        }
        if (unread.getCause() instanceof ParseException inner) {
            return bad(words, inner, text);
        }
        if (unread.currentToken != null && unread.currentToken.next != null) {
            String found = unread.currentToken.next.image;
            return found.isEmpty()
                    ? new BadQueryException("something is missing", words.length())
                    : new BadQueryException(
                            "'" + found + "' is not expected", text.place(unread.currentToken.next.beginColumn));
        }
        return new BadQueryException("this cannot be read as a query", 0);
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        return switch (field) {
            case ANY -> {
                Query words = anywhere(name -> wordsIn(name, text, quoted));
                if (words != null && !quoted && STOP_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
                    stopWords.add(words);
                }
                yield words;
            }
            case IndexFields.TITLE, IndexFields.ABSTRACT, IndexFields.TEXT -> orNothing(wordsIn(field, text, quoted));
            case IndexFields.DOI, IndexFields.ASKED_CITED, IndexFields.ASKED_CITING -> doi(field, text);
            case PMID, PMCID, ARXIV -> identified(field, text);
            case IndexFields.ORCID -> new TermQuery(new Term(IndexFields.ORCID, text.toUpperCase(Locale.ROOT)));
            default -> facetQuery(Facet.named(field).orElseThrow(), text);
        };
    }

    /** Words by their stems and in both spellings, a phrase as written. */
    private Query wordsIn(String field, String text, boolean quoted) throws ParseException {
        if (quoted) {
            return super.getFieldQuery(field + IndexFields.EXACT, text, true);
        }
        List<Query> spellings = new ArrayList<>();
        for (String spelling : Spellings.of(text)) {
            Query one = super.getFieldQuery(field, spelling, false);
            if (one != null && !spellings.contains(one)) {
                spellings.add(one);
            }
        }
        if (spellings.isEmpty()) {
            return null;
        }
        return spellings.size() == 1 ? spellings.get(0) : new DisjunctionMaxQuery(spellings, 0);
    }

    private Query facetQuery(Facet facet, String text) throws ParseException {
        return switch (facet) {
            case AUTHOR -> orNothing(super.getFieldQuery(IndexFields.AUTHOR, givenNameFirst(text), true));
            case JOURNAL -> orNothing(super.getFieldQuery(IndexFields.JOURNAL_WORDS, text, true));
            case YEAR -> years(text);
            default -> {
                Optional<String> value = facet.accept(text);
                if (value.isEmpty()) {
                    throw refused(
                            "%s: takes %s, not '%s'"
                                    .formatted(facet.parameter(), String.join(", ", facet.choices()), text),
                            facet.parameter(),
                            text);
                }
                yield new TermQuery(new Term(IndexFields.filter(facet), value.get()));
            }
        };
    }

    /** Names are indexed as "Ping Ren"; reference lists have "Ren, Ping". */
    private static String givenNameFirst(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
    }

    private Query doi(String field, String text) throws ParseException {
        Optional<String> curie = WrittenId.toDoiCurie(text);
        if (curie.isEmpty() && !field.equals(IndexFields.DOI)) {
            throw refused("%s: takes the DOI of a work, not '%s'".formatted(field, text), field, text);
        }
        return new TermQuery(new Term(
                field, curie.map(doi -> doi.substring("doi:".length())).orElse(text.toLowerCase(Locale.ROOT))));
    }

    /** The identifiers of a publication are in one field. */
    private Query identified(String field, String text) throws ParseException {
        String curie = WrittenId.toCurie(field + ":" + text)
                .orElseThrow(() -> refused("'%s' is not a valid %s".formatted(text, field), field, text));
        return new TermQuery(new Term(
                IndexFields.DOI, curie.substring(curie.indexOf(':') + 1).toLowerCase(Locale.ROOT)));
    }

    private Query years(String text) throws ParseException {
        try {
            return FilteredQuery.within(YearRange.parse(text));
        } catch (BadParameterException none) {
            throw refused(
                    "year: takes 2019, 2019..2023, 2019.. or ..2023, not '%s'".formatted(text),
                    Facet.YEAR.parameter(),
                    text);
        }
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
        Query phrase = getFieldQuery(field, text, true);
        return slop == 0 || phrase == null ? phrase : apart(phrase, slop);
    }

    /** How far apart the words of a phrase may be. */
    private static Query apart(Query phrase, int slop) {
        if (phrase instanceof PhraseQuery words) {
            return new PhraseQuery(slop, words.getField(), terms(words));
        }
        if (phrase instanceof BoostQuery weighed) {
            return new BoostQuery(apart(weighed.getQuery(), slop), weighed.getBoost());
        }
        if (phrase instanceof DisjunctionMaxQuery places) {
            return new DisjunctionMaxQuery(
                    places.getDisjuncts().stream()
                            .map(place -> apart(place, slop))
                            .toList(),
                    places.getTieBreakerMultiplier());
        }
        return phrase;
    }

    private static String[] terms(PhraseQuery words) {
        return Stream.of(words.getTerms()).map(Term::text).toArray(String[]::new);
    }

    @Override
    protected Query getPrefixQuery(String field, String prefix) throws ParseException {
        return pattern(field, prefix, "a beginning", PrefixQuery::new);
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
        if (pattern.chars().filter(c -> "*?".indexOf(c) >= 0).count() > MOST_SIGNS) {
            throw refused("a word may have %d '*' and '?' at most".formatted(MOST_SIGNS), null, pattern);
        }
        return pattern(field, pattern, "a pattern", WildcardQuery::new);
    }

    @Override
    protected Query getFuzzyQuery(String field, String word, float differing) throws ParseException {
        return pattern(field, word, "a word with '~'", term -> {
            int usual = term.text().length() < LONG_WORD ? 1 : 2;
            return new FuzzyQuery(
                    term, differing == 0 ? usual : (int) differing, 1, FuzzyQuery.defaultMaxExpansions, true);
        });
    }

    /** Queries that match many words of a field. */
    private Query pattern(String field, String text, String what, Function<Term, Query> query) throws ParseException {
        if (!isPrefix(text)) {
            throw refused("%s may have %d letters at most".formatted(what, LONGEST_PREFIX), null, text);
        }
        if (++patterns > MOST_PATTERNS) {
            throw refused(
                    "more than %d words with '*', '?' or '~'; write whole words instead".formatted(MOST_PATTERNS),
                    null,
                    text);
        }
        Matcher several = LAST_WORD.matcher(text);
        if (!field.equals(IndexFields.DOI) && several.matches()) {
            // The index holds each word of "beta-gl*" separately.
            Query before = getFieldQuery(field, several.group(1), false);
            Query last = pattern(field, several.group(2), what, query);
            return before == null
                    ? last
                    : new BooleanQuery.Builder()
                            .add(before, Occur.MUST)
                            .add(last, Occur.MUST)
                            .build();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (field) {
            case ANY -> anywhere(name -> query.apply(new Term(name + IndexFields.EXACT, lower)));
            case IndexFields.TITLE, IndexFields.ABSTRACT, IndexFields.TEXT ->
                query.apply(new Term(field + IndexFields.EXACT, lower));
            case IndexFields.AUTHOR, IndexFields.DOI -> query.apply(new Term(field, lower));
            default -> {
                if (field.equals(Facet.JOURNAL.parameter())) {
                    yield query.apply(new Term(IndexFields.JOURNAL_WORDS, lower));
                }
                throw refused("%s: does not take %s".formatted(field, what), field, text);
            }
        };
    }

    private interface FieldQuery {
        /** Null if nothing is left of the words. */
        Query in(String field) throws ParseException;
    }

    private Query anywhere(FieldQuery place) throws ParseException {
        List<Query> places = new ArrayList<>();
        for (int i = 0; i < searched.length; i++) {
            Query one = place.in(searched[i]);
            if (one != null) {
                places.add(new BoostQuery(one, weights[i]));
            }
        }
        return places.isEmpty() ? null : new DisjunctionMaxQuery(places, TIE);
    }

    /** @param field field before the text, or null */
    private ParseException refused(String why, String field, String text) {
        String lower = written.toLowerCase(Locale.ROOT);
        int from = field == null ? 0 : Math.max(lower.indexOf(field + ":"), 0);
        int place = written.indexOf(text, from);
        ParseException refused = new ParseException(why);
        refused.initCause(new BadQueryException(why, place < 0 ? from : place));
        return refused;
    }

    private static Query orNothing(Query query) {
        return query == null ? new MatchNoDocsQuery() : query;
    }
}
