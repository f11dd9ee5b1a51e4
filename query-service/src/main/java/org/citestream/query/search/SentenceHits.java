package org.citestream.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Finds the best sentences, each represented by its best statement. */
record SentenceHits(IndexSearcher searcher, Layers layers) {
    /** Most sentences cite few works, so this many statements per sentence are usually enough. */
    private static final int STATEMENTS_EACH = 3;

    /** The hits up to the requested page. Searches further while they contain too few sentences. */
    ScoreDoc[] top(Query statements, SearchRequest request) throws IOException {
        int wanted = request.limit() == 0 ? 0 : request.offset() + request.limit();
        List<ScoreDoc> firsts = List.of();
        for (long looked = (long) wanted * STATEMENTS_EACH; looked > 0; looked *= STATEMENTS_EACH) {
            int most =
                    (int) Math.min(looked, Math.max(1, searcher.getIndexReader().maxDoc()));
            ScoreDoc[] hits = searcher.search(
                            statements, new TopFieldCollectorManager(HitScroll.sort(request.order()), most, null, 1))
                    .scoreDocs;
            firsts = firsts(hits, wanted);
            if (firsts.size() == wanted || hits.length < most || most < looked) {
                break;
            }
        }
        return firsts.toArray(ScoreDoc[]::new);
    }

    private List<ScoreDoc> firsts(ScoreDoc[] hits, int most) throws IOException {
        List<ScoreDoc> firsts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (ScoreDoc hit : hits) {
            if (firsts.size() < most && seen.add(sentence(hit.doc))) {
                firsts.add(hit);
            }
        }
        return firsts;
    }

    /** The document of a sentence follows those of its statements. */
    private int sentence(int statement) throws IOException {
        List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
        LeafReaderContext part = parts.get(ReaderUtil.subIndex(statement, parts));
        return part.docBase + layers.of(part.reader(), Layer.SENTENCE).nextSetBit(statement - part.docBase);
    }
}
