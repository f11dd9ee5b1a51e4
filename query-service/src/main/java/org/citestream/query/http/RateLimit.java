package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts each client address's requests to the dialects in windows of a minute, says in the headers that their clients
 * read how many are left, and refuses what goes beyond with 429. Thread-safe.
 */
@ApplicationScoped
class RateLimit {

    /** Limits that all dialects share. */
    @ConfigMapping(prefix = "citestream.dialects")
    interface DialectSettings {

        /** Requests a minute that one client address may send; the usual value only stops what runs away. */
        @WithDefault("600000")
        int requestsPerMinute();

        /** Client addresses counted at once; those beyond push out the one that has been counted longest. */
        @WithDefault("10000")
        int addresses();
    }

    static final String HEADERS =
            "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-RateLimit-Limit-Minute, X-RateLimit-Remaining-Minute";

    /** Behind {@link Cors}, so that a page of another origin can read a refusal. */
    private static final int SECOND = 290;

    private static final long WINDOW = Duration.ofMinutes(1).toMillis();

    private final DialectSettings settings;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    /** Requests since a moment, in milliseconds of the clock. */
    record Window(long start, int requests) {}

    RateLimit(DialectSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, SECOND);
    }

    private void count(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !Dialects.owns(path) || context.request().method().equals(HttpMethod.OPTIONS)) {
            context.next();
            return;
        }
        long now = System.currentTimeMillis();
        Window window = taken(context.request().remoteAddress().hostAddress(), now);
        int left = settings.requestsPerMinute() - window.requests();
        long reset = (window.start() + WINDOW - now + 999) / 1000;
        HttpServerResponse response = context.response();
        String limit = Integer.toString(settings.requestsPerMinute());
        String remaining = Integer.toString(Math.max(0, left));
        response.putHeader("RateLimit-Limit", limit)
                .putHeader("RateLimit-Remaining", remaining)
                .putHeader("RateLimit-Reset", Long.toString(reset))
                .putHeader("X-RateLimit-Limit-Minute", limit)
                .putHeader("X-RateLimit-Remaining-Minute", remaining);
        if (left >= 0) {
            context.next();
            return;
        }
        response.putHeader("Retry-After", Long.toString(reset))
                .putHeader("Content-Type", "application/json")
                .setStatusCode(429)
                .end(
                        "{\"detail\":\"API rate limit exceeded\",\"message\":\"More than %s requests in a minute; go on in %d s\"}"
                                .formatted(limit, reset));
    }

    /** Counts one request of a client; the window it falls in. */
    synchronized Window taken(String client, long now) {
        Window window = windows.get(client);
        boolean fresh = window == null || now - window.start() >= WINDOW;
        Window next = fresh ? new Window(now, 1) : new Window(window.start(), window.requests() + 1);
        if (fresh) {
            windows.remove(client);
            if (windows.size() >= settings.addresses()) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
        windows.put(client, next);
        return next;
    }
}
