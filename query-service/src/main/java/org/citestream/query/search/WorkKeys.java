package org.citestream.query.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;

/** Keys and ids of publications, without ranking. Stateless. */
final class WorkKeys {

    private WorkKeys() {}

    /** Keys of the publications that match a query; at most {@code most}. */
    static long[] of(IndexSearcher searcher, Query query, int most) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long[] found = new long[Math.min(most, 64)];
        int count = 0;
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            Scorer hits = weight.scorer(part);
            if (hits == null) {
                continue;
            }
            Bits live = part.reader().getLiveDocs();
            NumericDocValues keys = DocValues.getNumeric(part.reader(), IndexFields.KEY);
            DocIdSetIterator docs = hits.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS && count < most; doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && keys.advanceExact(doc)) {
                    found = ArrayUtil.grow(found, count + 1);
                    found[count++] = keys.longValue();
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** CURIEs by number. */
    static Map<Long, String> numbered(IndexSearcher searcher, Collection<Long> numbers) throws IOException {
        Map<Long, String> curies = new HashMap<>();
        for (long number : numbers) {
            ScoreDoc[] hits =
                    searcher.search(new TermQuery(new Term(IndexFields.NUMBER, Long.toString(number))), 1).scoreDocs;
            if (hits.length > 0) {
                curies.put(
                        number,
                        searcher.storedFields()
                                .document(hits[0].doc, Set.of(IndexFields.ID))
                                .get(IndexFields.ID));
            }
        }
        return curies;
    }
}
