package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.problem.Problem;

/**
 * Counts each caller's requests in windows of a minute and refuses what goes beyond with 429. A caller is a key, else a
 * client address. Requests to the dialects are counted apart, and say in the headers that their clients read how many are
 * left. Probes of health count for nothing. Thread-safe.
 */
@ApplicationScoped
class RateLimit {

    /** Limits that all dialects share. */
    @ConfigMapping(prefix = "citestream.dialects")
    interface DialectSettings {

        /** Requests a minute that one client address may send; the usual value only stops what runs away. */
        @WithDefault("600000")
        int requestsPerMinute();

        /** Callers counted at once; those beyond push out the one that has been counted longest. */
        @WithDefault("10000")
        int addresses();
    }

    /** Limits of everything else. */
    @ConfigMapping(prefix = "citestream.requests")
    interface RequestSettings {

        /** Requests a minute that one key, or one client address, may send; the usual value only stops what runs away. */
        @WithDefault("60000")
        int perMinute();
    }

    static final String HEADERS =
            "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-RateLimit-Limit-Minute, X-RateLimit-Remaining-Minute";

    /** Behind {@link Cors}, so that a page of another origin can read a refusal. */
    private static final int SECOND = 290;

    private static final long WINDOW = Duration.ofMinutes(1).toMillis();

    private static final String BEARER = "bearer ";
    private static final String HEALTH = "/q/health";

    private final DialectSettings settings;
    private final RequestSettings requests;
    private final ApiKeys keys;
    private final ClientAddresses addresses;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    /** Requests since a moment, in milliseconds of the clock. */
    record Window(long start, int requests) {}

    RateLimit(DialectSettings settings, RequestSettings requests, ApiKeys keys, ClientAddresses addresses) {
        this.settings = settings;
        this.requests = requests;
        this.keys = keys;
        this.addresses = addresses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, SECOND);
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path == null || path.startsWith(HEALTH) || request.method().equals(HttpMethod.OPTIONS)) {
            context.next();
            return;
        }
        boolean dialect = Dialects.owns(path);
        int most = dialect ? settings.requestsPerMinute() : requests.perMinute();
        long now = System.currentTimeMillis();
        Window window = taken((dialect ? "dialect " : "") + caller(request), now);
        int left = most - window.requests();
        long reset = (window.start() + WINDOW - now + 999) / 1000;
        if (dialect) {
            tell(context.response(), most, left, reset);
        }
        if (left >= 0) {
            context.next();
        } else {
            refuse(context.response(), dialect, most, reset);
        }
    }

    /** A key that is not known is no caller: whoever invents keys stays at one address. */
    private String caller(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<ApiKey> key = Optional.empty();
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            try {
                key = keys.withSecret(authorization.substring(BEARER.length()).strip());
            } catch (UncheckedIOException unreadable) {
                // Whoever asks for the key itself says so.
                key = Optional.empty();
            }
        }
        return key.map(known -> "key " + known.name()).orElseGet(() -> addresses.of(request));
    }

    private static void tell(HttpServerResponse response, int most, int left, long reset) {
        String limit = Integer.toString(most);
        String remaining = Integer.toString(Math.max(0, left));
        response.putHeader("RateLimit-Limit", limit)
                .putHeader("RateLimit-Remaining", remaining)
                .putHeader("RateLimit-Reset", Long.toString(reset))
                .putHeader("X-RateLimit-Limit-Minute", limit)
                .putHeader("X-RateLimit-Remaining-Minute", remaining);
    }

    private static void refuse(HttpServerResponse response, boolean dialect, int most, long reset) {
        String detail = "More than %d requests in a minute; go on in %d s".formatted(most, reset);
        response.putHeader("Retry-After", Long.toString(reset)).setStatusCode(429);
        if (dialect) {
            response.putHeader("Content-Type", "application/json")
                    .end("{\"detail\":\"API rate limit exceeded\",\"message\":\"%s\"}".formatted(detail));
        } else {
            response.putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(Json.encode(Problem.of(429, "Too many requests", detail)));
        }
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
