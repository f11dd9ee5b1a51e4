package org.citestream.query.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Iterates over all hits of a query in order, in batches that each start after the last hit of the one before. */
record HitScroll(IndexSearcher searcher, Query query, SearchRequest.SearchOrder order) {

    /** A larger batch needs fewer passes over the hits and holds more of them. */
    private static final int STRETCH = 10_000;

    /** Ties have an order too, so that pages are stable. */
    static Sort sort(SearchRequest.SearchOrder order) {
        return sort(order, Map.of());
    }

    /** @param counts the counts to order by, by key of the work; empty for an order that uses none */
    static Sort sort(SearchRequest.SearchOrder order, Map<Long, Long> counts) {
        SortField relevance = new SortField(null, SortField.Type.SCORE);
        SortField tie = new SortField(IndexFields.TIE, SortField.Type.LONG);
        SortField lower = new SortField(IndexFields.ID_LOWER, SortField.Type.LONG);
        return switch (order) {
            case RELEVANCE -> new Sort(relevance, tie, lower);
            case NEWEST -> new Sort(days(true), relevance, tie, lower);
            case OLDEST ->
                new Sort(new SortField(IndexFields.UNDATED, SortField.Type.INT), days(false), relevance, tie, lower);
            case CITED ->
                new Sort(
                        new WorkCounts(counts).getSortField(true),
                        new SortField(IndexFields.STATEMENTS, SortField.Type.LONG, true),
                        relevance,
                        tie);
            case SUPPORTED, CONTRASTED -> new Sort(new WorkCounts(counts).getSortField(true), relevance, tie);
        };
    }

    /** No date is day 0, before which nothing was published. */
    private static SortField days(boolean newestFirst) {
        return new SortField(IndexFields.DAY, SortField.Type.INT, newestFirst);
    }

    void forEach(SearchIndex.HitVisitor visitor) throws IOException {
        FieldDoc last = null;
        ScoreDoc[] hits;
        do {
            hits = searcher.search(query, new TopFieldCollectorManager(sort(order), STRETCH, last, 1)).scoreDocs;
            List<UUID> ids = StatementIds.of(searcher, hits, 0);
            if (!ids.isEmpty()) {
                visitor.visit(ids);
                last = (FieldDoc) hits[hits.length - 1];
            }
        } while (hits.length == STRETCH);
    }
}
