package org.citestream.query.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How many requests each caller has left in windows of one minute. Thread-safe. */
final class RequestCounts {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final TimeMeter clock;
    private final Cache<String, Bucket> callers;

    /** @param most callers counted at once; more evict one that sends seldom */
    RequestCounts(int most, TimeMeter clock) {
        this.clock = clock;
        this.callers = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Counts one request of a caller with this limit per minute. */
    ConsumptionProbe take(String caller, int perMinute) {
        return callers.get(caller, seen -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, WINDOW))
                .build();
    }
}
