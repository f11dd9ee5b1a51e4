package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Redirects a path with a trailing slash to the one without: none of our pages and routes ends with one, and each
 * should have one URL. Quarkus' own pages are left alone.
 */
@ApplicationScoped
class TrailingSlash {

    /** After {@link Cors}, so that a page of another origin can follow the redirect. */
    private static final int EARLY = 280;

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        boolean reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reading
                || path == null
                || path.length() < 2
                || !path.endsWith("/")
                || path.startsWith("/q/")
                || Dialects.keepsSlash(path)) {
            context.next();
            return;
        }
        String query = request.query();
        context.response()
                .setStatusCode(308)
                .putHeader("Location", one(path) + (query == null ? "" : "?" + query))
                .end();
    }

    /** Two leading slashes would lead to another host. */
    private static String one(String path) {
        return "/" + path.replaceAll("^/+|/+$", "");
    }
}
