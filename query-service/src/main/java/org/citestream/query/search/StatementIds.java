package org.citestream.query.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Ids of statements in one segment of the index; must be read in ascending order of documents. */
record StatementIds(NumericDocValues upper, NumericDocValues lower) {

    static StatementIds in(LeafReader part) throws IOException {
        return new StatementIds(
                DocValues.getNumeric(part, IndexFields.TIE), DocValues.getNumeric(part, IndexFields.ID_LOWER));
    }

    UUID of(int doc) throws IOException {
        upper.advanceExact(doc);
        lower.advanceExact(doc);
        return new UUID(upper.longValue(), lower.longValue());
    }

    /** The ids of hits, in their order. */
    static List<UUID> of(IndexSearcher searcher, ScoreDoc[] hits, int from) throws IOException {
        UUID[] ids = new UUID[Math.max(0, hits.length - from)];
        int[] ascending = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> hits[from + i].doc))
                .mapToInt(Integer::intValue)
                .toArray();
        List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
        StatementIds inPart = null;
        LeafReaderContext part = null;
        for (int i : ascending) {
            int doc = hits[from + i].doc;
            LeafReaderContext its = parts.get(ReaderUtil.subIndex(doc, parts));
            if (its != part) {
                part = its;
                inPart = in(part.reader());
            }
            ids[i] = inPart.of(doc - part.docBase);
        }
        return Arrays.asList(ids);
    }
}
