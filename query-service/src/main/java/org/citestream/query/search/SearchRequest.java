package org.citestream.query.search;

import java.util.Objects;
import org.citestream.query.vocabulary.Filters;

/**
 * A question.
 *
 * @param words in the syntax of {@link QuerySyntax}; blank asks for everything
 * @param filters of the facets of a search
 * @param offset hits to leave out, from 0
 * @param limit most hits to return, 0 for the count alone
 */
public record SearchRequest(String words, Filters filters, Order order, int offset, int limit) {
    /** No page reaches further: who wants everything exports it. */
    public static final int FURTHEST = 10_000;

    /** How hits are ordered; equals in an order that stays, so that pages are stable. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    public SearchRequest {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(filters, "filters");
        if (offset < 0 || limit < 0 || offset + limit > FURTHEST) {
            throw new IllegalArgumentException("a page lies between 0 and " + FURTHEST + " hits");
        }
    }

    /** Without facet filters and in the order of relevance. */
    public static SearchRequest of(String words, int limit) {
        return new SearchRequest(words, Filters.none(), Order.RELEVANCE, 0, limit);
    }
}
