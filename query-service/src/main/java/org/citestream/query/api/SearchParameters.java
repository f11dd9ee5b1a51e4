package org.citestream.query.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citestream.query.http.Paging;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.SearchRequest.SearchOrder;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/** The query parameters of a search, the same for programs and on the page. */
public record SearchParameters(SearchRequest request, boolean publications, boolean blind) {
    /** With the value {@link #BY_SENTENCE}, all statements of a sentence become one hit. */
    public static final String COLLAPSE = "collapse";

    public static final String BY_SENTENCE = "sentence";

    private static final Set<String> OWN = Set.of("q", "in", "order", "limit", "offset", "blind", COLLAPSE);

    /** The parsed search; an unknown parameter is refused. */
    public static SearchParameters of(Map<String, List<String>> given, Paging page) {
        for (String name : given.keySet()) {
            if (!knows(name)) {
                throw new BadParameterException(
                        name,
                        "not known here; write q, in, %s, order, limit, offset, collapse or blind"
                                .formatted(Facet.names(Facet.OF_SEARCH)));
            }
        }
        String words = one(given, "q", "");
        if (page.offset() + page.limit() > SearchRequest.FURTHEST) {
            throw new BadParameterException(
                    "offset", "cannot page beyond hit " + SearchRequest.FURTHEST + "; narrow the search or export it");
        }
        boolean blind = choice(given, "blind", List.of("false", "true")).equals("true");
        boolean publications =
                choice(given, "in", List.of("statements", "publications")).equals("publications");
        boolean collapsed =
                choice(given, COLLAPSE, List.of("none", BY_SENTENCE)).equals(BY_SENTENCE);
        if (collapsed && publications) {
            throw new BadParameterException(
                    COLLAPSE, "collapses statements only; leave it out, or leave out in=publications");
        }
        SearchOrder order = order(given, publications, blind);
        Filters filters = Filters.parse(given, Facet.OF_SEARCH);
        if (blind && filters.has(Facet.TYPE)) {
            throw new BadParameterException(
                    Facet.TYPE.parameter(), "filtering by type would betray the labels; leave out type or blind");
        }
        return new SearchParameters(
                new SearchRequest(words, filters, order, page.offset(), page.limit(), collapsed), publications, blind);
    }

    private static SearchOrder order(Map<String, List<String>> given, boolean publications, boolean blind) {
        SearchOrder order = SearchOrder.valueOf(
                choice(given, "order", names(List.of(SearchOrder.values()))).toUpperCase(Locale.ROOT));
        if (order.isOfPublications() && !publications) {
            throw new BadParameterException(
                    "order",
                    "'%s' orders publications; add in=publications, or write %s"
                            .formatted(order.parameter(), String.join(" or ", names(SearchOrder.ofStatements()))));
        }
        if (order.tellsLabels() && blind) {
            throw new BadParameterException("order", "this order would betray the labels; leave out order or blind");
        }
        return order;
    }

    private static List<String> names(List<SearchOrder> orders) {
        return orders.stream().map(SearchOrder::parameter).toList();
    }

    /** Whether a search has a parameter of this name. */
    public static boolean knows(String name) {
        return OWN.contains(name) || Facet.isAmong(Facet.OF_SEARCH, name);
    }

    private static String one(Map<String, List<String>> given, String name, String usual) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameterException(name, "given %d times; give it once".formatted(values.size()));
        }
        return values.isEmpty() ? usual : values.get(0);
    }

    private static String choice(Map<String, List<String>> given, String name, List<String> choices) {
        String value = one(given, name, choices.get(0));
        if (!choices.contains(value)) {
            throw new BadParameterException(
                    name, "'%s' is not known; write %s".formatted(value, String.join(" or ", choices)));
        }
        return value;
    }
}
