package org.citestream.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Counts what each caller sends in windows of a minute. A caller is a key or token that is known, else a client address. Thread-safe. */
public final class CallerRates {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ApiKeys keys;
    private final IssuedTokens tokens;
    private final ClientAddresses addresses;
    private final TimeMeter clock;
    private final Cache<String, Bucket> callers;

    /** @param most callers counted at once; those beyond push out one that sends seldom */
    public CallerRates(ApiKeys keys, IssuedTokens tokens, ClientAddresses addresses, int most) {
        this(keys, tokens, addresses, most, TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** The same by another clock. */
    public CallerRates(ApiKeys keys, IssuedTokens tokens, ClientAddresses addresses, int most, TimeMeter clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.addresses = addresses;
        this.clock = clock;
        this.callers = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Who sends this: a key that is not known is no caller, so whoever invents keys stays at one address. */
    public String of(HttpServerRequest request) {
        return Credentials.secret(request)
                .flatMap(this::key)
                .map(known -> "key " + known.name())
                .orElseGet(() -> addresses.of(request));
    }

    private Optional<ApiKey> key(String secret) {
        // A token is vouched for by its issuer, whom nobody asks on an event loop: its first request counts for the
        // address.
        Optional<ApiKey> ofToken = tokens.believed(secret);
        if (ofToken.isPresent()) {
            return ofToken;
        }
        try {
            return keys.withSecret(secret);
        } catch (UncheckedIOException unreadable) {
            // Whoever asks for the key itself says so.
            return Optional.empty();
        }
    }

    /** Counts one request of a caller who may send so many a minute. */
    public ConsumptionProbe take(String caller, int most) {
        return callers.get(caller, seen -> bucket(most)).tryConsumeAndReturnRemaining(1);
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(most).refillIntervally(most, WINDOW))
                .build();
    }
}
