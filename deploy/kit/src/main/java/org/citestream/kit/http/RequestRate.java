package org.citestream.kit.http;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.CallerRates;
import org.citestream.kit.access.ClientAddresses;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.problem.Problem;

/** Refuses with 429 what a caller sends beyond so many requests a minute; probes of health count for nothing. Thread-safe. */
public final class RequestRate {

    /** Before all routes, and before a byte of a body is read. */
    private static final int EARLY = 290;

    /** Counted at once; those beyond push out one that sends seldom. */
    private static final int MOST_CALLERS = 10_000;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();
    private static final String HEALTH = "/q/health";

    private final CallerRates rates;
    private final int perMinute;

    /** For one HTTP server. */
    public RequestRate(ApiKeys keys, IssuedTokens tokens, ClientAddresses addresses, RequestSettings settings) {
        this.rates = new CallerRates(keys, tokens, addresses, MOST_CALLERS);
        this.perMinute = settings.perMinute();
    }

    /** Stands before all routes. */
    public void register(Filters filters) {
        filters.register(this::count, EARLY);
    }

    /** Whether requests like this count. */
    public static boolean counts(HttpServerRequest request) {
        return request.path() != null
                && !request.path().startsWith(HEALTH)
                && !request.method().equals(HttpMethod.OPTIONS);
    }

    /** Seconds until the caller may send again, at least as long as it takes. */
    public static long seconds(ConsumptionProbe taken) {
        return (taken.getNanosToWaitForReset() + NANOS - 1) / NANOS;
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!counts(request)) {
            context.next();
            return;
        }
        ConsumptionProbe taken = rates.take(rates.of(request), perMinute);
        if (taken.isConsumed()) {
            context.next();
            return;
        }
        long wait = seconds(taken);
        context.response().putHeader("Retry-After", Long.toString(wait));
        BodyLimit.refuse(context, tooMany(perMinute, wait));
    }

    /** Why a request is refused. */
    public static Problem tooMany(int perMinute, long seconds) {
        return Problem.of(429, "Too many requests", message(perMinute, seconds));
    }

    /** The same as a sentence. */
    public static String message(int perMinute, long seconds) {
        return "More than %d requests in a minute; go on in %d s".formatted(perMinute, seconds);
    }
}
