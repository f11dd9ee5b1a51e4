package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Lets pages of any origin read what is public, on every status: badges and extensions run inside others' pages. Paths
 * that write are not included, so a foreign page cannot act through a reader's browser.
 */
@ApplicationScoped
class Cors {

    /** Settings of cross-origin reading. */
    @ConfigMapping(prefix = "citestream.cors")
    interface CorsSettings {

        /** Whether pages of other sites may read what is public here; if off, browsers prevent it. */
        @WithDefault("true")
        boolean enabled();
    }

    /** Before all routing, so that a 404 carries the headers too. */
    private static final int FIRST = 300;

    private static final List<String> PUBLIC = List.of(
            "/feeds/",
            "/badge",
            "/reports/",
            "/api/v1/stream",
            "/api/v1/articles/",
            "/api/v1/reports/",
            "/api/v1/references/",
            "/api/v1/facets/",
            "/api/v1/statements/",
            "/api/v1/search",
            "/api/v1/suggest",
            "/api/v1/exports/",
            "/api/v1/cite/",
            "/api/v1/styles",
            "/api/v1/publications/",
            "/q/openapi");

    void register(@Observes Filters filters, CorsSettings settings) {
        if (settings.enabled()) {
            filters.register(this::allow, FIRST);
        }
    }

    private void allow(RoutingContext context) {
        String path = context.request().path();
        if (path == null || (!Dialects.owns(path) && PUBLIC.stream().noneMatch(path::startsWith))) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader(
                        "Access-Control-Expose-Headers",
                        "ETag, Link, Allow, Location, Retry-After, Content-Disposition, Citestream-At, Citestream-Generation,"
                                + " Citestream-Sequence, Citestream-Offsets, Citestream-Models, "
                                + RateLimit.HEADERS);
        if (context.request().method().equals(HttpMethod.OPTIONS)) {
            if (context.request().headers().contains("Access-Control-Request-Private-Network")) {
                response.putHeader("Access-Control-Allow-Private-Network", "true");
            }
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "content-type, accept, authorization, x-api-key, last-event-id, if-none-match")
                    .putHeader("Access-Control-Max-Age", "86400")
                    .setStatusCode(204)
                    .end();
            return;
        }
        context.next();
    }
}
