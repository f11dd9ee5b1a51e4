package org.citestream.query.search;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Filters;

/**
 * A question.
 *
 * @param words in the syntax of {@link QuerySyntax}; blank asks for everything
 * @param filters of the facets of a search
 * @param offset hits to leave out, from 0
 * @param limit most hits to return, 0 for the count alone
 * @param bySentence whether statements that one sentence makes are one hit
 */
public record SearchRequest(
        String words, Filters filters, SearchOrder order, int offset, int limit, boolean bySentence) {
    /** No page reaches further: who wants everything exports it. */
    public static final int FURTHEST = 10_000;

    /** How hits are ordered; equals in an order that stays, so that pages are stable. */
    public enum SearchOrder {
        RELEVANCE(null),
        NEWEST(null),
        OLDEST(null),
        /**
         * Works that the most publications cite first; of publications only. Behind the {@value #FURTHEST} most cited of all
         * come those with the most statements when they were indexed.
         */
        CITED(null),
        /** Works with the most supporting statements first; of publications only. */
        SUPPORTED(CitationType.SUPPORTING),
        /** Works with the most contrasting statements first; of publications only. */
        CONTRASTED(CitationType.CONTRASTING);

        private final CitationType counted;

        SearchOrder(CitationType counted) {
            this.counted = counted;
        }

        /** The type whose statements it counts; empty for an order of statements, too. */
        public Optional<CitationType> counted() {
            return Optional.ofNullable(counted);
        }

        /** Whether only publications have it. */
        public boolean isOfPublications() {
            return this == CITED || counted != null;
        }

        /** Whether it tells something of the labels. */
        public boolean tellsLabels() {
            return counted != null;
        }

        /** Its name in addresses. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Those that statements can have. */
        public static List<SearchOrder> ofStatements() {
            return Stream.of(values())
                    .filter(order -> !order.isOfPublications())
                    .toList();
        }
    }

    /** With every statement a hit of its own. */
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

    /** The same with one hit for all statements that a sentence makes. */
    public SearchRequest collapsed() {
        return new SearchRequest(words, filters, order, offset, limit, true);
    }

    /** Without facet filters and in the order of relevance. */
    public static SearchRequest of(String words, int limit) {
        return new SearchRequest(words, Filters.none(), SearchOrder.RELEVANCE, 0, limit);
    }
}
