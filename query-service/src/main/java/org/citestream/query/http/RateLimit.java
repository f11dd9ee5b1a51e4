package org.citestream.query.http;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
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
import java.util.Optional;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.problem.Problem;

/**
 * Counts each caller's requests in windows of one minute and answers 429 above the limit. A caller is a key, else a
 * client address. Requests to the dialects are counted separately, and their answers say how many are left in the
 * headers that those clients read. Health probes are not counted. Thread-safe.
 */
@ApplicationScoped
class RateLimit {

    /** Limits that all dialects share. */
    @ConfigMapping(prefix = "citestream.dialects")
    interface DialectSettings {

        /** Requests per minute per client address; the default only stops runaway clients. */
        @WithDefault("600000")
        int requestsPerMinute();

        /** Callers counted at once; more evict one that sends seldom. */
        @WithDefault("10000")
        int addresses();
    }

    /** Limits of everything else. */
    @ConfigMapping(prefix = "citestream.requests")
    interface RequestSettings {

        /** Requests per minute per key or client address; the default only stops runaway clients. */
        @WithDefault("60000")
        int perMinute();
    }

    static final String HEADERS =
            "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-RateLimit-Limit-Minute, X-RateLimit-Remaining-Minute";

    /** After {@link Cors}, so that a page of another origin can read a refusal. */
    private static final int SECOND = 290;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private static final String BEARER = "bearer ";
    private static final String HEALTH = "/q/health";

    private final DialectSettings settings;
    private final RequestSettings requests;
    private final ApiKeys keys;
    private final ClientAddresses addresses;
    private final RequestCounts counts;

    RateLimit(DialectSettings settings, RequestSettings requests, ApiKeys keys, ClientAddresses addresses) {
        this.settings = settings;
        this.requests = requests;
        this.keys = keys;
        this.addresses = addresses;
        this.counts = new RequestCounts(settings.addresses(), TimeMeter.SYSTEM_MILLISECONDS);
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
        ConsumptionProbe taken = counts.take((dialect ? "dialect " : "") + caller(request), most);
        long reset = (taken.getNanosToWaitForReset() + NANOS - 1) / NANOS;
        if (dialect) {
            tell(context.response(), most, taken.getRemainingTokens(), reset);
        }
        if (taken.isConsumed()) {
            context.next();
        } else {
            refuse(context.response(), dialect, most, reset);
        }
    }

    /** An unknown key does not identify a caller: inventing keys does not get around the limit of an address. */
    private String caller(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<ApiKey> key = Optional.empty();
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            try {
                key = keys.withSecret(authorization.substring(BEARER.length()).strip());
            } catch (UncheckedIOException unreadable) {
                // Endpoints that check the key report it themselves.
                key = Optional.empty();
            }
        }
        return key.map(known -> "key " + known.name()).orElseGet(() -> addresses.of(request));
    }

    private static void tell(HttpServerResponse response, int most, long left, long reset) {
        String limit = Integer.toString(most);
        String remaining = Long.toString(left);
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
}
