package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A question.
 *
 * @param words in the syntax of {@link QuerySyntax}; blank asks for everything
 * @param filters values a facet may have, by facet; an absent facet is not filtered
 * @param years both ends included; null for all
 * @param offset hits to leave out, from 0
 * @param limit most hits to return, 0 for the count alone
 */
public record SearchRequest(
        String words, Map<SearchFacet, Set<String>> filters, Years years, Order order, int offset, int limit) {
    /** No page reaches further: who wants everything exports it. */
    public static final int FURTHEST = 10_000;

    /** How hits are ordered; equals in an order that stays, so that pages are stable. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    /** A span of years, both ends included. */
    public record Years(int first, int last) {
        public Years {
            if (first > last) {
                throw new IllegalArgumentException("years run from " + first + " back to " + last);
            }
        }
    }

    public SearchRequest {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(order, "order");
        filters = Map.copyOf(filters);
        if (offset < 0 || limit < 0 || offset + limit > FURTHEST) {
            throw new IllegalArgumentException("a page lies between 0 and " + FURTHEST + " hits");
        }
    }

    /** Without facet filters and in the order of relevance. */
    public static SearchRequest of(String words, int limit) {
        return new SearchRequest(words, Map.of(), null, Order.RELEVANCE, 0, limit);
    }

    /** The values that some facet may have; empty when it is not filtered. */
    public List<String> allowed(SearchFacet facet) {
        return filters.getOrDefault(facet, Set.of()).stream().sorted().toList();
    }

    /** Whether a facet may not have every value. */
    boolean isFilteredBy(SearchFacet facet) {
        return !allowed(facet).isEmpty() || (facet == SearchFacet.YEAR && years != null);
    }
}
