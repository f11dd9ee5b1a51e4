package org.citestream.query.search;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Filters;

/**
 * A search request.
 *
 * @param words in the syntax of {@link QuerySyntax}; blank asks for everything
 * @param filters of the facets of a search
 * @param offset number of hits to skip, from 0
 * @param limit maximum number of hits, 0 for the count alone
 * @param bySentence whether all statements of a sentence form one hit
 */
public record SearchRequest(
        String words, Filters filters, SearchOrder order, int offset, int limit, boolean bySentence) {
    /** No page goes further; use an export to get everything. */
    public static final int FURTHEST = 10_000;

    /** The order of hits; ties have a fixed order, so that pages are stable. */
    public enum SearchOrder {
        RELEVANCE(null),
        NEWEST(null),
        OLDEST(null),
        /**
         * The most cited works first; for publications only. After the {@value #FURTHEST} most cited works of all come
         * those with the most statements when they were indexed.
         */
        CITED(null),
        /** Works with the most supporting statements first; for publications only. */
        SUPPORTED(CitationType.SUPPORTING),
        /** Works with the most contrasting statements first; for publications only. */
        CONTRASTED(CitationType.CONTRASTING);

        private final CitationType counted;

        SearchOrder(CitationType counted) {
            this.counted = counted;
        }

        /** The type whose statements it counts; empty for orders that count none. */
        public Optional<CitationType> counted() {
            return Optional.ofNullable(counted);
        }

        /** Whether the order is for publications only. */
        public boolean isOfPublications() {
            return this == CITED || counted != null;
        }

        /** Whether the order reveals something about labels. */
        public boolean tellsLabels() {
            return counted != null;
        }

        /** Its name in URLs. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The orders of statements. */
        public static List<SearchOrder> ofStatements() {
            return Stream.of(values())
                    .filter(order -> !order.isOfPublications())
                    .toList();
        }
    }

    /** The request with every statement as a hit of its own. */
    public SearchRequest(String words, Filters filters, SearchOrder order, int offset, int limit) {
        this(words, filters, order, offset, limit, false);
    }

    public SearchRequest {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(filters, "filters");
        if (offset < 0 || limit < 0 || offset + limit > FURTHEST) {
            throw new IllegalArgumentException("a page lies between 0 and " + FURTHEST + " hits");
        }
    }

    /** The same with one hit for all statements of a sentence. */
    public SearchRequest collapsed() {
        return new SearchRequest(words, filters, order, offset, limit, true);
    }

    /** The request without facet filters, by relevance. */
    public static SearchRequest of(String words, int limit) {
        return new SearchRequest(words, Filters.none(), SearchOrder.RELEVANCE, 0, limit);
    }
}
