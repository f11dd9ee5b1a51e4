package org.citestream.ingest.remote;

import java.time.Duration;
import java.util.Objects;

/**
 * How requests to a server are limited and retried.
 *
 * @param timeout for one attempt, connecting included
 * @param attempts for one question, at least 1; only refusals that may pass (429, 5xx, broken connections) are repeated
 * @param backoff before the second attempt; doubled before each further one, up to thirty seconds
 * @param requestsPerSecond over all threads, at least 1
 * @param cacheEntries answers kept in memory, "not known" included; 0 keeps none
 * @param cacheFor how long an answer is believed
 * @param largestAnswer in bytes; a longer one counts as unavailable
 */
public record RequestPolicy(
        Duration timeout,
        int attempts,
        Duration backoff,
        int requestsPerSecond,
        long cacheEntries,
        Duration cacheFor,
        int largestAnswer) {
    public RequestPolicy {
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(backoff, "backoff");
        Objects.requireNonNull(cacheFor, "cacheFor");
        if (attempts < 1 || requestsPerSecond < 1 || cacheEntries < 0 || largestAnswer < 1) {
            throw new IllegalArgumentException(
                    "a server is asked with at least one attempt, request a second and byte");
        }
    }
}
