package org.citestream.query.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;

/**
 * Compresses text for clients that accept gzip; streams, pictures and fonts are sent as they are. Quarkus' own switch
 * is not used, because it records its list of types in an order that differs from build to build, and builds must be
 * reproducible.
 */
@ApplicationScoped
class Compression implements HttpServerOptionsCustomizer {

    /** Before all routing, so that errors are compressed too. */
    private static final int FIRST = 310;

    private static final Set<String> TEXT = Set.of(
            "text/html",
            "text/plain",
            "text/css",
            "text/javascript",
            "application/javascript",
            "image/svg+xml",
            "application/json",
            "application/problem+json",
            "application/atom+xml",
            "application/feed+json",
            "text/csv",
            "application/x-ndjson",
            "application/ld+json",
            "text/turtle",
            "application/x-bibtex",
            "application/x-research-info-systems",
            "application/vnd.citationstyles.csl+json");

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setCompressionSupported(true);
    }

    void register(@Observes Filters filters) {
        filters.register(Compression::choose, FIRST);
    }

    private static void choose(RoutingContext context) {
        context.addHeadersEndHandler(written -> {
            MultiMap headers = context.response().headers();
            if (!headers.contains(HttpHeaders.CONTENT_ENCODING) && !isText(headers.get(HttpHeaders.CONTENT_TYPE))) {
                headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            }
        });
        context.next();
    }

    private static boolean isText(String contentType) {
        return contentType != null
                && TEXT.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
