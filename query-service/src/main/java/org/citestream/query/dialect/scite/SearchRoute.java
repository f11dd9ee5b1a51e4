package org.citestream.query.dialect.scite;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;

/**
 * Shares {@code /search} between people and programs. A browser, or htmx in our page, gets the page; a request that
 * does not accept HTML, or has a parameter that only scite's search knows, gets scite's search, as under its path for
 * partners. {@code /search/match_reference} is always scite's.
 */
@ApplicationScoped
class SearchRoute {

    /** Before everything that looks at the path. */
    private static final int BEFORE_ALL = 1000;

    private static final String SEARCH = "/search";
    private static final String MATCH = SEARCH + "/match_reference";
    private static final String PARTNER = "/api_partner";

    private static final Set<String> ONLY_THERE = Set.of(
            "term",
            "mode",
            "format",
            "sort",
            "sort_order",
            "title",
            "abstract",
            "date_from",
            "date_to",
            "citation_types");

    void register(@Observes Filters filters) {
        filters.register(SearchRoute::share, BEFORE_ALL);
    }

    private static void share(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean programs = MATCH.equals(path) || (SEARCH.equals(path) && !isForPeople(request));
        if (programs && request.method().equals(HttpMethod.GET)) {
            context.reroute(PARTNER + request.uri());
        } else {
            context.next();
        }
    }

    private static boolean isForPeople(HttpServerRequest request) {
        if (request.params().names().stream().anyMatch(ONLY_THERE::contains)) {
            return false;
        }
        String accept = request.getHeader("Accept");
        return request.headers().contains("HX-Request")
                || (accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html"));
    }
}
