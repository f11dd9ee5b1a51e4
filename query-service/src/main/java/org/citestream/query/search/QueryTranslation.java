package org.citestream.query.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.citestream.query.vocabulary.Facet;

/**
 * Translates queries to the layout of the index. Words and stems share a field ({@link WordsAndStems}); conditions on
 * statements are evaluated on their sentence or their article and inherited. Each part of a query is evaluated in the
 * highest layer that has its field, because that has the fewest documents. Thread-safe.
 */
final class QueryTranslation {
    private final Layers layers;
    private final boolean scored;

    private QueryTranslation(Layers layers, boolean scored) {
        this.layers = layers;
        this.scored = scored;
    }

    /** For publications, which have no layers. */
    static Query ofPublications(Query asked) {
        return new QueryTranslation(null, true).part(asked).query;
    }

    /** For statements: finds documents of their layer only. */
    static Query ofStatements(Query asked, Layers layers) {
        return ofStatements(asked, new QueryTranslation(layers, true));
    }

    /** The same statements when ranking is not needed, which is faster. */
    static Query counting(Query asked, Layers layers) {
        return ofStatements(asked, new QueryTranslation(layers, false));
    }

    private static Query ofStatements(Query asked, QueryTranslation translation) {
        return translation.in(Layer.STATEMENT, translation.part(asked));
    }

    private record TranslatedPart(Query query, Layer layer) {}

    private Query in(Layer wanted, TranslatedPart part) {
        return part.layer == wanted || layers == null
                ? part.query
                : new InheritedQuery(part.query, part.layer, wanted, layers);
    }

    private TranslatedPart part(Query asked) {
        if (asked instanceof BooleanQuery all) {
            return all(all);
        }
        if (asked instanceof DisjunctionMaxQuery best) {
            List<TranslatedPart> parts =
                    best.getDisjuncts().stream().map(this::part).toList();
            Layer lowest = lowest(parts);
            List<Query> any = parts.stream().map(part -> in(lowest, part)).toList();
            return new TranslatedPart(
                    scored ? new DisjunctionMaxQuery(any, best.getTieBreakerMultiplier()) : anyOf(any), lowest);
        }
        if (asked instanceof BoostQuery weighed) {
            TranslatedPart part = part(weighed.getQuery());
            return new TranslatedPart(new BoostQuery(part.query, weighed.getBoost()), part.layer);
        }
        if (asked instanceof MatchNoDocsQuery) {
            return new TranslatedPart(asked, Layer.ARTICLE);
        }
        if (asked instanceof MatchAllDocsQuery) {
            return layers == null
                    ? new TranslatedPart(asked, Layer.ARTICLE)
                    : new TranslatedPart(
                            new ConstantScoreQuery(new TermQuery(Layer.STATEMENT.term())), Layer.STATEMENT);
        }
        return leaf(asked);
    }

    private static Query anyOf(List<Query> some) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        some.forEach(one -> any.add(one, Occur.SHOULD));
        return any.build();
    }

    private static Layer lowest(List<TranslatedPart> parts) {
        return parts.stream().map(TranslatedPart::layer).min(Layer::compareTo).orElse(Layer.ARTICLE);
    }

    /** Clauses on the same higher layer are evaluated there together. */
    private TranslatedPart all(BooleanQuery asked) {
        List<TranslatedPart> parts =
                asked.clauses().stream().map(clause -> part(clause.getQuery())).toList();
        Layer lowest = lowest(parts);
        BooleanQuery.Builder here = new BooleanQuery.Builder();
        Map<Occur, List<TranslatedPart>> above = new EnumMap<>(Occur.class);
        for (int i = 0; i < parts.size(); i++) {
            BooleanClause clause = asked.clauses().get(i);
            if (parts.get(i).layer == lowest) {
                here.add(parts.get(i).query, clause.getOccur());
            } else {
                above.computeIfAbsent(clause.getOccur(), occur -> new ArrayList<>())
                        .add(parts.get(i));
            }
        }
        above.forEach((occur, some) -> here.add(together(occur, some, lowest), occur));
        return new TranslatedPart(here.build(), lowest);
    }

    private Query together(Occur occur, List<TranslatedPart> parts, Layer wanted) {
        Layer lowest = lowest(parts);
        if (parts.size() == 1) {
            return in(wanted, parts.get(0));
        }
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        parts.forEach(part -> together.add(in(lowest, part), occur == Occur.MUST_NOT ? Occur.SHOULD : occur));
        return in(wanted, new TranslatedPart(together.build(), lowest));
    }

    private TranslatedPart leaf(Query asked) {
        if (asked instanceof TermQuery one) {
            return term(one.getTerm());
        }
        if (asked instanceof PhraseQuery phrase) {
            PhraseQuery.Builder words = new PhraseQuery.Builder().setSlop(phrase.getSlop());
            String field = kept(phrase.getField());
            for (int i = 0; i < phrase.getTerms().length; i++) {
                words.add(new Term(field, phrase.getTerms()[i].bytes()), phrase.getPositions()[i]);
            }
            return new TranslatedPart(words.build(), layer(field));
        }
        if (asked instanceof PrefixQuery beginning) {
            Term prefix = beginning.getPrefix();
            return prefix.field().equals(IndexFields.DOI)
                    ? doi(asked, new PrefixQuery(new Term(IndexFields.CITING_DOI, prefix.bytes())))
                    : new TranslatedPart(
                            new PrefixQuery(new Term(kept(prefix.field()), prefix.bytes())),
                            layer(kept(prefix.field())));
        }
        if (asked instanceof WildcardQuery pattern) {
            Term term = pattern.getTerm();
            return new TranslatedPart(
                    new WildcardQuery(new Term(kept(term.field()), term.bytes())), layer(kept(term.field())));
        }
        if (asked instanceof FuzzyQuery alike) {
            Term term = new Term(kept(alike.getTerm().field()), alike.getTerm().bytes());
            return new TranslatedPart(
                    new FuzzyQuery(
                            term,
                            alike.getMaxEdits(),
                            alike.getPrefixLength(),
                            FuzzyQuery.defaultMaxExpansions,
                            alike.getTranspositions()),
                    layer(term.field()));
        }
        if (asked instanceof TermInSetQuery values) {
            return new TranslatedPart(asked, layer(values.getField()));
        }
        if (asked instanceof PointRangeQuery range) {
            return new TranslatedPart(asked, layer(range.getField()));
        }
        throw new IllegalArgumentException("no question is a " + asked.getClass());
    }

    private TranslatedPart term(Term term) {
        if (IndexFields.STEMMED.contains(term.field())) {
            SynonymQuery.Builder stem = new SynonymQuery.Builder(term.field());
            stem.addTerm(new Term(term.field(), WordsAndStems.STEM + term.text()));
            // A word that is its own stem is indexed once, unmarked.
            if (WordsAndStems.stemOf(term.text()).equals(term.text())) {
                stem.addTerm(term);
            }
            return new TranslatedPart(stem.build(), layer(term.field()));
        }
        if (term.field().equals(IndexFields.ASKED_CITED)) {
            return new TranslatedPart(new TermQuery(new Term(IndexFields.DOI, term.bytes())), Layer.STATEMENT);
        }
        if (term.field().equals(IndexFields.ASKED_CITING)) {
            return new TranslatedPart(new TermQuery(new Term(IndexFields.CITING_DOI, term.bytes())), Layer.ARTICLE);
        }
        TermQuery asked = new TermQuery(new Term(kept(term.field()), term.bytes()));
        return term.field().equals(IndexFields.DOI)
                ? doi(asked, new TermQuery(new Term(IndexFields.CITING_DOI, term.bytes())))
                : new TranslatedPart(asked, layer(kept(term.field())));
    }

    /** The DOI of the cited work or of the citing one. */
    private TranslatedPart doi(Query cited, Query citing) {
        return layers == null
                ? new TranslatedPart(cited, Layer.ARTICLE)
                : new TranslatedPart(
                        new BooleanQuery.Builder()
                                .add(cited, Occur.SHOULD)
                                .add(in(Layer.STATEMENT, new TranslatedPart(citing, Layer.ARTICLE)), Occur.SHOULD)
                                .build(),
                        Layer.STATEMENT);
    }

    private static String kept(String field) {
        return field.endsWith(IndexFields.EXACT)
                ? field.substring(0, field.length() - IndexFields.EXACT.length())
                : field;
    }

    private static Layer layer(String field) {
        if (field.equals(IndexFields.TEXT) || field.equals(IndexFields.CONTEXT)) {
            return Layer.SENTENCE;
        }
        Optional<Facet> own = Facet.OF_STATEMENTS.stream()
                .filter(facet -> IndexFields.filter(facet).equals(field))
                .findFirst();
        return own.isPresent() ? Layer.STATEMENT : Layer.ARTICLE;
    }
}
