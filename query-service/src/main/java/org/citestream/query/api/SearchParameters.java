package org.citestream.query.api;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.http.Paging;
import org.citestream.query.problem.BadParameter;
import org.citestream.query.search.SearchFacet;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.SearchRequest.Order;
import org.citestream.query.search.SearchRequest.Years;

/** The query parameters of a search, the same for programs and on the page. */
public record SearchParameters(SearchRequest request, boolean publications, boolean blind) {
    private static final Set<String> OWN = Set.of("q", "in", "order", "limit", "offset", "blind");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\.\\.(\\d{4})");
    private static final int LONGEST_QUERY = 2000;

    /** What is asked for; a parameter that nothing reads is refused. */
    public static SearchParameters of(Map<String, List<String>> given, Paging page) {
        for (String name : given.keySet()) {
            if (!OWN.contains(name) && facet(name) == null) {
                throw new BadParameter(
                        name,
                        "not known here; write q, in, section, type, year, publicationType, relationship, journal,"
                                + " position, licence, order, limit, offset or blind");
            }
        }
        String words = one(given, "q", "");
        if (words.length() > LONGEST_QUERY) {
            throw new BadParameter("q", "longer than " + LONGEST_QUERY + " characters");
        }
        if (page.offset() + page.limit() > SearchRequest.FURTHEST) {
            throw new BadParameter(
                    "offset",
                    "no page reaches behind hit " + SearchRequest.FURTHEST + "; narrow the search or export it");
        }
        boolean blind = choice(given, "blind", List.of("false", "true")).equals("true");
        boolean publications =
                choice(given, "in", List.of("statements", "publications")).equals("publications");
        Order order = Order.valueOf(
                choice(given, "order", List.of("relevance", "newest", "oldest")).toUpperCase(Locale.ROOT));
        Map<SearchFacet, Set<String>> filters = new EnumMap<>(SearchFacet.class);
        Years years = null;
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            SearchFacet facet = facet(parameter.getKey());
            if (facet == null) {
                continue;
            }
            if (blind && facet == SearchFacet.TYPE) {
                throw new BadParameter("type", "filtering by type would betray the labels; leave out type or blind");
            }
            for (String value : parameter.getValue()) {
                Matcher span = YEARS.matcher(value);
                if (facet == SearchFacet.YEAR && span.matches()) {
                    years = years(value, span);
                } else {
                    filters.computeIfAbsent(facet, any -> new HashSet<>()).add(value);
                }
            }
        }
        return new SearchParameters(
                new SearchRequest(words, filters, years, order, page.offset(), page.limit()), publications, blind);
    }

    private static Years years(String value, Matcher span) {
        int first = Integer.parseInt(span.group(1));
        int last = Integer.parseInt(span.group(2));
        if (first > last) {
            throw new BadParameter("year", "'" + value + "' runs backwards; write the earlier year first");
        }
        return new Years(first, last);
    }

    private static SearchFacet facet(String name) {
        for (SearchFacet facet : SearchFacet.values()) {
            if (facet.wireName().equals(name)) {
                return facet;
            }
        }
        return null;
    }

    private static String one(Map<String, List<String>> given, String name, String usual) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameter(name, "given %d times; give it once".formatted(values.size()));
        }
        return values.isEmpty() ? usual : values.get(0);
    }

    private static String choice(Map<String, List<String>> given, String name, List<String> choices) {
        String value = one(given, name, choices.get(0));
        if (!choices.contains(value)) {
            throw new BadParameter(name, "'%s' is not known; write %s".formatted(value, String.join(" or ", choices)));
        }
        return value;
    }
}
