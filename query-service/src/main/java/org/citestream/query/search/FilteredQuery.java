package org.citestream.query.search;

import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Words under the filters of a question. Stateless. */
final class FilteredQuery {

    private FilteredQuery() {}

    /** Under all filters. */
    static Query of(Query words, SearchRequest request) {
        return but(null, words, request);
    }

    /** Under all filters but those of one facet. */
    static Query but(SearchFacet except, Query words, SearchRequest request) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, Occur.MUST);
        for (SearchFacet facet : SearchFacet.values()) {
            List<String> allowed = request.allowed(facet);
            if (facet != except && !allowed.isEmpty()) {
                all.add(
                        new TermInSetQuery(
                                Fields.filter(facet),
                                allowed.stream().map(BytesRef::new).toList()),
                        Occur.FILTER);
            }
        }
        if (request.years() != null && except != SearchFacet.YEAR) {
            all.add(
                    IntPoint.newRangeQuery(
                            Fields.YEAR_NUMBER,
                            request.years().first(),
                            request.years().last()),
                    Occur.FILTER);
        }
        return all.build();
    }
}
