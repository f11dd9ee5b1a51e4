package org.citestream.query.search;

import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.YearRange;

/** A query of words with the filters of a request. Stateless. */
final class FilteredQuery {

    private FilteredQuery() {}

    /** With all filters. */
    static Query of(Query words, SearchRequest request) {
        return but(null, words, request);
    }

    /** With all filters except those of one facet. */
    static Query but(Facet except, Query words, SearchRequest request) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, Occur.MUST);
        for (Facet facet : Facet.OF_SEARCH) {
            if (facet != except && request.filters().has(facet)) {
                all.add(wanted(facet, request.filters()), Occur.FILTER);
            }
        }
        return all.build();
    }

    private static Query wanted(Facet facet, Filters filters) {
        return facet == Facet.YEAR ? years(filters) : anyOf(facet, filters.of(facet));
    }

    private static Query anyOf(Facet facet, List<String> values) {
        return new TermInSetQuery(
                IndexFields.filter(facet), values.stream().map(BytesRef::new).toList());
    }

    private static Query years(Filters filters) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        filters.years().forEach(range -> any.add(within(range), Occur.SHOULD));
        if (filters.unknownYear()) {
            any.add(new TermQuery(new Term(IndexFields.filter(Facet.YEAR), Facet.UNKNOWN)), Occur.SHOULD);
        }
        return any.build();
    }

    /** Published in these years. An unknown year is stored as 0, which no range of years contains. */
    static Query within(YearRange years) {
        return IntPoint.newRangeQuery(IndexFields.YEAR_NUMBER, Math.max(1, years.from()), years.to());
    }
}
