package org.citestream.ingest.arrival;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Takes a body of no stated kind for a file: matching would take it for what a method asks for most precisely, a form, and
 * read it whole.
 */
@Singleton
class UnnamedBody {

    /** Before anything is matched. */
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    if (!request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
                        request.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
                    }
                    context.next();
                },
                FIRST);
    }
}
