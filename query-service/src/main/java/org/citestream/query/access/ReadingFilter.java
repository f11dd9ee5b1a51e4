package org.citestream.query.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.citestream.kit.problem.Problem;

/**
 * Refuses reading without a key where {@link AccessSettings} require one: on pages, API, dialects, streams and metrics
 * alike, because it runs before all routes. Sign-in, the assets of its page, and health checks stay open. Thread-safe.
 */
@Singleton
record ReadingFilter(Authenticator authenticator, AccessSettings settings) {

    /** After requests are counted, before all routes. */
    private static final int THIRD = 280;

    private static final int UNAUTHORIZED = 401;
    private static final List<String> OPEN = List.of("/login", "/logout", "/assets/", "/q/health", "/robots.txt");
    private static final List<String> OPS = List.of("/ops", "/api/v1/ops", "/q/metrics");

    void register(@Observes Filters filters) {
        if (settings.keyToRead() || settings.keyToReadOps()) {
            filters.register(this::check, THIRD);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Scope> needed = needed(request.method(), context.normalizedPath());
        if (needed.isEmpty()) {
            context.next();
            return;
        }
        request.pause();
        // The file of keys is read, which must not block an event loop.
        context.vertx()
                .executeBlocking(() -> authenticator.refusal(request, needed.get()), false)
                .onComplete(answer -> {
                    request.resume();
                    if (answer.failed()) {
                        context.fail(answer.cause());
                    } else if (answer.result().isEmpty()) {
                        context.next();
                    } else {
                        refuse(context, answer.result().get());
                    }
                });
    }

    private Optional<Scope> needed(HttpMethod method, String written) {
        // Matrix parameters play no part in routing; the open paths have none.
        String path = written.replaceAll(";[^/]*", "");
        if (method.equals(HttpMethod.OPTIONS) || (path.equals(written) && isAmong(OPEN, path))) {
            return Optional.empty();
        }
        if (settings.keyToReadOps() && isAmong(OPS, path)) {
            return Optional.of(Scope.OPERATE);
        }
        return settings.keyToRead() ? Optional.of(Scope.READ) : Optional.empty();
    }

    private static boolean isAmong(List<String> paths, String path) {
        return paths.stream().anyMatch(one -> path.equals(one) || path.startsWith(one.endsWith("/") ? one : one + "/"));
    }

    private static void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (problem.status() == UNAUTHORIZED
                && request.method().equals(HttpMethod.GET)
                && !request.path().startsWith("/api/")
                && accept != null
                && accept.contains("text/html")) {
            response.setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, new ReturnPath(request.uri()).login())
                    .end();
            return;
        }
        if (problem.status() == UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(problem));
    }
}
