package org.citestream.query.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.citestream.query.search.StatementHits.FacetValue;
import org.citestream.query.vocabulary.Facet;

/** Counts the statements that a query finds, in total and by facet. Thread-safe. */
final class HitCounter {

    private static final int MOST_VALUES = 50;
    private static final Comparator<FacetValue> MOST_FREQUENT =
            Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value);

    private final Layers layers;
    private final NamedFacets named;

    HitCounter(Layers layers) {
        this.layers = layers;
        this.named = new NamedFacets(layers);
    }

    /**
     * The counts of a query.
     *
     * @param sentences number of distinct sentences if hits are sentences, else 0
     * @param facets each under all filters except its own, the most frequent values first
     */
    record HitCounts(long total, long sentences, Map<Facet, List<FacetValue>> facets) {}

    HitCounts count(IndexSearcher searcher, Query words, SearchRequest request) throws IOException {
        FacetsCollector hits = collect(searcher, FilteredQuery.of(words, request));
        CodedFacets coded = new CodedFacets(hits);
        NamedFacets.HitsByArticle articles = named.new HitsByArticle(hits);
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.OF_SEARCH) {
            boolean filtered = request.filters().has(facet);
            FacetsCollector counted = filtered ? collect(searcher, FilteredQuery.but(facet, words, request)) : hits;
            List<FacetValue> values = CodedFacets.holds(facet)
                    ? (filtered ? new CodedFacets(counted) : coded).values(facet)
                    : named.count(
                            searcher.getIndexReader(),
                            facet,
                            filtered ? named.new HitsByArticle(counted) : articles,
                            MOST_VALUES);
            facets.put(
                    facet,
                    values.stream().sorted(MOST_FREQUENT).limit(MOST_VALUES).toList());
        }
        long total = hits.getMatchingDocs().stream()
                .mapToLong(part -> part.totalHits)
                .sum();
        return new HitCounts(total, request.bySentence() ? sentences(hits) : 0, facets);
    }

    /** Statements of one sentence are adjacent, so a sentence is new whenever it differs from the last one. */
    private long sentences(FacetsCollector hits) throws IOException {
        long sentences = 0;
        for (FacetsCollector.MatchingDocs part : hits.getMatchingDocs()) {
            FixedBitSet all = layers.of(part.context.reader(), Layer.SENTENCE);
            DocIdSetIterator docs = part.bits.iterator();
            int last = -1;
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (doc > last) {
                    sentences++;
                    last = all.nextSetBit(doc);
                }
            }
        }
        return sentences;
    }

    private FacetsCollector collect(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(QueryTranslation.counting(query, layers), new FacetsCollectorManager());
    }
}
