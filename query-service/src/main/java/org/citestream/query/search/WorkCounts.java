package org.citestream.query.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;

/**
 * A count for each publication, by which publications are ordered. It comes from the tables, because it changes with
 * every statement.
 */
final class WorkCounts extends LongValuesSource {

    private final Map<Long, Long> counts;

    /** @param counts by key of the work; 0 for all others */
    WorkCounts(Map<Long, Long> counts) {
        this.counts = counts;
    }

    @Override
    public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        NumericDocValues keys = DocValues.getNumeric(leaf.reader(), IndexFields.KEY);
        return new LongValues() {
            @Override
            public long longValue() throws IOException {
                return counts.getOrDefault(keys.longValue(), 0L);
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                return keys.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public LongValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCounts same && same.counts == counts;
    }

    @Override
    public String toString() {
        return "counts of " + counts.size() + " works";
    }
}
