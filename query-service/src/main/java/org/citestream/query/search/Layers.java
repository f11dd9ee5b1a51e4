package org.citestream.query.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of each segment of an index belong to which layer, deleted ones included. Kept as long as the segment
 * is open: three bits per document. Thread-safe.
 */
final class Layers {
    private final Map<IndexReader.CacheKey, Map<Layer, FixedBitSet>> known = new ConcurrentHashMap<>();

    FixedBitSet of(LeafReader part, Layer layer) throws IOException {
        IndexReader.CacheKey key = part.getCoreCacheHelper().getKey();
        Map<Layer, FixedBitSet> all = known.get(key);
        if (all == null) {
            all = read(part);
            if (known.putIfAbsent(key, all) == null) {
                part.getCoreCacheHelper().addClosedListener(known::remove);
            }
        }
        return all.get(layer);
    }

    private static Map<Layer, FixedBitSet> read(LeafReader part) throws IOException {
        Map<Layer, FixedBitSet> all = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            FixedBitSet its = new FixedBitSet(part.maxDoc());
            PostingsEnum documents = part.postings(layer.term(), PostingsEnum.NONE);
            if (documents != null) {
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    its.set(doc);
                }
            }
            all.put(layer, its);
        }
        return all;
    }
}
