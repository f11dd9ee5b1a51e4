package org.citestream.query.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.citestream.query.problem.BadParameter;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.YearRange;

/**
 * What people may write: words (all must occur), "phrases", {@code AND}, {@code OR}, {@code NOT}, parentheses,
 * {@code prefix*} and {@code field:} with title, abstract, text (the citing sentence), author, journal, section, type,
 * year ({@code 2019}, {@code 2019..2023}, {@code 2019..} or {@code ..2023}) and doi. Everything else is text, so that a pasted title or DOI is never an
 * error. Not thread-safe: one for each question.
 */
final class QuerySyntax extends QueryParser {
    private static final String ANY = "any";
    /** Facets that are fields, too. The others are not, for titles begin with such words and a colon. */
    private static final Set<Facet> FACETS =
            EnumSet.of(Facet.AUTHOR, Facet.JOURNAL, Facet.SECTION, Facet.TYPE, Facet.INTENT, Facet.YEAR);

    private static final Set<String> OTHERS = Set.of(Fields.TITLE, Fields.ABSTRACT, Fields.TEXT, Fields.DOI);
    private static final String TEXT_ONLY = "+-!{}[]^~?\\/&|";
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_CLAUSES = 256;
    /** Parser, search and highlighter each go one call deeper for a parenthesis. */
    private static final int DEEPEST = 32;
    /** The automaton of a prefix is walked one call deeper for each of its letters. */
    private static final int LONGEST_PREFIX = 128;
    /** Each prefix reads all words of the index that begin with it. */
    private static final int MOST_PREFIXES = 8;
    /** A word found in two places counts a little more than one found in one. */
    private static final float TIE = 0.1f;

    private final String[] searched;
    private final float[] weights;
    private int prefixes;

    /** @param searched fields that words without a field are looked for in, with their weights */
    QuerySyntax(Analyzer analyzer, String[] searched, float[] weights) {
        super(ANY, analyzer);
        this.searched = searched.clone();
        this.weights = weights.clone();
        setDefaultOperator(Operator.AND);
        setAllowLeadingWildcard(false);
        setAutoGeneratePhraseQueries(false);
        setSplitOnWhitespace(true);
    }

    /** @throws BadQueryException when it cannot be read */
    Query read(String words) {
        if (words.isBlank()) {
            return new MatchAllDocsQuery();
        }
        shortEnough(words);
        balanced(words);
        prefixes = 0;
        int[] places = new int[words.length() * 2 + 1];
        String escaped = escape(words, places);
        try {
            Query query = parse(escaped);
            if (clauses(query) > MOST_CLAUSES) {
                throw new BadQueryException("more than " + MOST_CLAUSES + " words", 0);
            }
            return onlyNegative(query);
        } catch (ParseException unread) {
            throw bad(words, unread, places);
        }
    }

    /** @throws BadQueryException when nobody can mean this many letters */
    static void shortEnough(String words) {
        if (words.length() > MOST_CHARACTERS) {
            throw new BadQueryException("more than " + MOST_CHARACTERS + " characters; use fewer", MOST_CHARACTERS);
        }
    }

    /** Whether words that begin with this can be looked for. */
    static boolean isPrefix(String beginning) {
        return beginning.length() <= LONGEST_PREFIX;
    }

    /** "NOT a" alone means everything without a. */
    private static Query onlyNegative(Query query) {
        if (query instanceof BooleanQuery all
                && !all.clauses().isEmpty()
                && all.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            BooleanQuery.Builder others = new BooleanQuery.Builder();
            others.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
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

    private static void balanced(String words) {
        Deque<Integer> open = new ArrayDeque<>();
        int quote = -1;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && c == '(') {
                open.push(i);
                if (open.size() > DEEPEST) {
                    throw new BadQueryException("more than " + DEEPEST + " parentheses inside each other", i);
                }
            } else if (quote < 0 && c == ')' && open.poll() == null) {
                throw new BadQueryException("a parenthesis is closed that was never opened", i);
            }
        }
        if (quote >= 0) {
            throw new BadQueryException("a quotation mark is never closed", quote);
        }
        if (!open.isEmpty()) {
            throw new BadQueryException("a parenthesis is never closed", open.pop());
        }
    }

    /** Takes the meaning from all that is not our syntax; {@code places} tells where each character came from. */
    private static String escape(String words, int[] places) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        boolean quoted = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            boolean text = TEXT_ONLY.indexOf(c) >= 0
                    || (c == ':' && !quoted && !afterField(words, i))
                    || (c == '*' && !quoted && !endsWord(words, i));
            if (text) {
                places[escaped.length()] = i;
                escaped.append('\\');
            }
            places[escaped.length()] = i;
            escaped.append(c);
        }
        places[escaped.length()] = words.length();
        return escaped.toString();
    }

    private static boolean afterField(String words, int colon) {
        int start = colon;
        while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
            start--;
        }
        boolean begins = start == 0 || " (".indexOf(words.charAt(start - 1)) >= 0;
        return begins && isField(words.substring(start, colon)) && colon + 1 < words.length();
    }

    private static boolean isField(String name) {
        return OTHERS.contains(name) || Facet.isAmong(FACETS, name);
    }

    /** A star means a prefix only behind two letters or digits and before a blank, a parenthesis or the end. */
    private static boolean endsWord(String words, int star) {
        boolean behind = star >= 2
                && Character.isLetterOrDigit(words.charAt(star - 1))
                && Character.isLetterOrDigit(words.charAt(star - 2));
        return behind && (star + 1 == words.length() || " )".indexOf(words.charAt(star + 1)) >= 0);
    }

    private static BadQueryException bad(String words, ParseException unread, int[] places) {
        if (unread.getCause() instanceof BadQueryException own) {
            return own;
        }
        if (unread.getCause() instanceof ParseException inner) {
            return bad(words, inner, places);
        }
        if (unread.currentToken != null && unread.currentToken.next != null) {
            int column = unread.currentToken.next.beginColumn;
            int place = places[Math.min(Math.max(column, 0), places.length - 1)];
            String found = unread.currentToken.next.image;
            return found.isEmpty()
                    ? new BadQueryException("something is missing", words.length())
                    : new BadQueryException("'" + found + "' is not expected", place);
        }
        return new BadQueryException("this cannot be read as a query", 0);
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        return switch (field) {
            case ANY -> anywhere(text, quoted);
            case Fields.TITLE, Fields.ABSTRACT, Fields.TEXT ->
                orNothing(super.getFieldQuery(quoted ? field + Fields.EXACT : field, text, quoted));
            case Fields.DOI -> new TermQuery(new Term(Fields.DOI, text.toLowerCase(Locale.ROOT)));
            default -> facetQuery(Facet.named(field).orElseThrow(), text);
        };
    }

    private Query facetQuery(Facet facet, String text) throws ParseException {
        return switch (facet) {
            case AUTHOR -> orNothing(super.getFieldQuery(Fields.AUTHOR, text, true));
            case JOURNAL -> orNothing(super.getFieldQuery(Fields.JOURNAL_WORDS, text, true));
            case YEAR -> years(text);
            default ->
                facet.accept(text)
                        .<Query>map(value -> new TermQuery(new Term(Fields.filter(facet), value)))
                        .orElseGet(MatchNoDocsQuery::new);
        };
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
        return getFieldQuery(field, text, true);
    }

    @Override
    protected Query getPrefixQuery(String field, String prefix) throws ParseException {
        if (!isPrefix(prefix)) {
            throw unsupported("a prefix may have " + LONGEST_PREFIX + " letters at most, not", prefix);
        }
        if (++prefixes > MOST_PREFIXES) {
            throw unsupported("more than " + MOST_PREFIXES + " prefixes; write whole words instead of", prefix + "*");
        }
        String lower = prefix.toLowerCase(Locale.ROOT);
        return switch (field) {
            case ANY -> {
                List<Query> places = new ArrayList<>();
                for (int i = 0; i < searched.length; i++) {
                    places.add(
                            new BoostQuery(new PrefixQuery(new Term(searched[i] + Fields.EXACT, lower)), weights[i]));
                }
                yield new DisjunctionMaxQuery(places, TIE);
            }
            case Fields.TITLE, Fields.ABSTRACT, Fields.TEXT -> new PrefixQuery(new Term(field + Fields.EXACT, lower));
            case Fields.AUTHOR -> new PrefixQuery(new Term(Fields.AUTHOR, lower));
            case Fields.DOI -> new PrefixQuery(new Term(Fields.DOI, lower));
            default -> {
                if (field.equals(Facet.JOURNAL.parameter())) {
                    yield new PrefixQuery(new Term(Fields.JOURNAL_WORDS, lower));
                }
                throw unsupported(field + ": takes no prefix", prefix);
            }
        };
    }

    private Query anywhere(String text, boolean quoted) throws ParseException {
        List<Query> places = new ArrayList<>();
        for (int i = 0; i < searched.length; i++) {
            Query one = super.getFieldQuery(quoted ? searched[i] + Fields.EXACT : searched[i], text, quoted);
            if (one != null) {
                places.add(new BoostQuery(one, weights[i]));
            }
        }
        return places.isEmpty() ? null : new DisjunctionMaxQuery(places, TIE);
    }

    private static Query years(String text) throws ParseException {
        try {
            return FilteredQuery.within(YearRange.parse(text));
        } catch (BadParameter none) {
            throw unsupported("year: takes 2019, 2019..2023, 2019.. or ..2023, not", text);
        }
    }

    private static ParseException unsupported(String why, String text) {
        ParseException refused = new ParseException(why);
        refused.initCause(new BadQueryException(why + " '" + text + "'", 0));
        return refused;
    }

    private static Query orNothing(Query query) {
        return query == null ? new MatchNoDocsQuery() : query;
    }
}
