package org.citestream.ingest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP client with a rate limit, retries with growing pauses, and a cache for JSON answers. Every method blocks for
 * as long as the policy allows, and throws {@link RemoteUnavailableException} when there is no answer. Thread-safe.
 */
public final class RemoteClient {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final RequestPolicy policy;
    private final String userAgent;
    private final Cache<URI, Optional<JsonNode>> answers;
    private final FailsafeExecutor<Optional<byte[]>> patience;

    /** @param userAgent the user agent, with a contact address */
    public RemoteClient(RequestPolicy policy, String userAgent) {
        this.policy = policy;
        this.userAgent = userAgent;
        this.http = HttpClient.newBuilder()
                .connectTimeout(policy.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.answers = Caffeine.newBuilder()
                .maximumSize(policy.cacheEntries())
                .expireAfterWrite(policy.cacheFor())
                .build();
        RetryPolicy<Optional<byte[]>> repeat = RetryPolicy.<Optional<byte[]>>builder()
                .handle(IOException.class)
                .withMaxAttempts(policy.attempts())
                .withBackoff(policy.backoff(), longest(policy.backoff()))
                .withJitter(0.2)
                .build();
        RateLimiter<Optional<byte[]>> pace = RateLimiter.<Optional<byte[]>>smoothBuilder(
                        policy.requestsPerSecond(), Duration.ofSeconds(1))
                .withMaxWaitTime(LONGEST_PAUSE)
                .build();
        this.patience = Failsafe.with(repeat, pace);
    }

    /** The JSON at an address, from the cache where it is there; empty when the server says 404 or 410. */
    public Optional<JsonNode> json(URI address) {
        Optional<JsonNode> known = answers.getIfPresent(address);
        if (known != null) {
            return known;
        }
        Optional<JsonNode> answer = send(HttpRequest.newBuilder(address).header("Accept", "application/json"))
                .map(bytes -> tree(address, bytes));
        answers.put(address, answer);
        return answer;
    }

    /** The bytes at an address, never cached; empty when the server says 404 or 410. */
    public Optional<byte[]> bytes(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** Sends a request that may safely be sent again; empty when the server says 204, 404 or 410. */
    public Optional<byte[]> send(HttpRequest.Builder request) {
        HttpRequest whole = request.timeout(policy.timeout())
                .header("User-Agent", userAgent)
                .build();
        try {
            return patience.get(() -> attempt(whole));
        } catch (FailsafeException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new RemoteUnavailableException(whole.uri(), String.valueOf(cause.getMessage()), cause);
        }
    }

    private Optional<byte[]> attempt(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status == 204 || status == 404 || status == 410) {
                return Optional.empty();
            }
            if (status == TOO_MANY_REQUESTS || status >= 500) {
                throw new IOException("HTTP " + status);
            }
            if (status != 200) {
                throw new RemoteUnavailableException(request.uri(), "HTTP " + status, null);
            }
            byte[] bytes = body.readNBytes(policy.largestAnswer() + 1);
            if (bytes.length > policy.largestAnswer()) {
                throw new RemoteUnavailableException(
                        request.uri(), "the answer is longer than " + policy.largestAnswer() + " bytes", null);
            }
            return Optional.of(bytes);
        }
    }

    private JsonNode tree(URI address, byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException broken) {
            throw new RemoteUnavailableException(address, "the answer is no JSON", broken);
        }
    }

    private static Duration longest(Duration first) {
        return first.compareTo(LONGEST_PAUSE) < 0 ? LONGEST_PAUSE : first.plusMillis(1);
    }
}
