package org.citestream.query.http;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.CallerRates;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.http.RequestRate;
import org.citestream.kit.http.RequestSettings;
import org.citestream.kit.problem.Problem;

/**
 * Counts each caller's requests in windows of one minute and answers 429 above the limit. A caller is a key or token, else
 * a client address. Requests to the dialects are counted separately, and their answers say how many are left in the
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

    static final String HEADERS =
            "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-RateLimit-Limit-Minute, X-RateLimit-Remaining-Minute";

    /** After {@link Cors}, so that a page of another origin can read a refusal. */
    private static final int SECOND = 290;

    private final DialectSettings settings;
    private final RequestSettings requests;
    private final CallerRates rates;

    RateLimit(
            DialectSettings settings,
            RequestSettings requests,
            ApiKeys keys,
            IssuedTokens tokens,
            ClientAddresses addresses) {
        this.settings = settings;
        this.requests = requests;
        this.rates = new CallerRates(keys, tokens, addresses, settings.addresses());
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, SECOND);
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (!RequestRate.counts(request)) {
            context.next();
            return;
        }
        boolean dialect = Dialects.owns(path);
        int most = dialect ? settings.requestsPerMinute() : requests.perMinute();
        ConsumptionProbe taken = rates.take((dialect ? "dialect " : "") + rates.of(request), most);
        long reset = RequestRate.seconds(taken);
        if (dialect) {
            tell(context.response(), most, taken.getRemainingTokens(), reset);
        }
        if (taken.isConsumed()) {
            context.next();
        } else {
            refuse(context.response(), dialect, most, reset);
        }
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
        response.putHeader("Retry-After", Long.toString(reset)).setStatusCode(429);
        if (dialect) {
            response.putHeader("Content-Type", "application/json")
                    .end("{\"detail\":\"API rate limit exceeded\",\"message\":\"%s\"}"
                            .formatted(RequestRate.message(most, reset)));
        } else {
            response.putHeader("Content-Type", Problem.MEDIA_TYPE).end(Json.encode(RequestRate.tooMany(most, reset)));
        }
    }
}
