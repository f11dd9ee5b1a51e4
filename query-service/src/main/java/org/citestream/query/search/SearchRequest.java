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
 */
public record SearchRequest(String words, Filters filters, Order order, int offset, int limit) {
    /** No page reaches further: who wants everything exports it. */
    public static final int FURTHEST = 10_000;

    /** How hits are ordered; equals in an order that stays, so that pages are stable. */
    public enum Order {
        RELEVANCE(null),
        NEWEST(null),
        OLDEST(null),
        /** Works with the most supporting statements first; of publications only. */
        SUPPORTED(CitationType.SUPPORTING),
        /** Works with the most contrasting statements first; of publications only. */
        CONTRASTED(CitationType.CONTRASTING);

        private final CitationType counted;

        Order(CitationType counted) {
            this.counted = counted;
        }

        /** The type whose statements it counts; empty for an order of statements, too. */
        public Optional<CitationType> counted() {
            return Optional.ofNullable(counted);
        }

        /** Its name in addresses. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Those that statements can have. */
        public static List<Order> ofStatements() {
            return Stream.of(values()).filter(order -> order.counted == null).toList();
        }
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
