package org.citestream.cli.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;

/** Asks query-service, article by article, whether all statements of a revision are in the views. */
final class Visibility {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 200;
    /** Articles checked before a pause, so that polling does not slow the service down. */
    private static final int ROUND = 50;

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String url;
    private final Optional<String> key;
    private final Duration patience;

    /** @param key that may read, where reading needs one */
    Visibility(String url, Optional<String> key, Duration patience) {
        this.url = url;
        this.key = key;
        this.patience = patience;
    }

    /** query-service's answer, as far as it matters here. */
    record ArticleState(long revision, boolean complete) {}

    /**
     * Waits for all of them.
     *
     * @param revisions the revision to wait for, or a later one, by publication id
     * @return ids that were not complete when none had become so for the whole patience
     */
    List<String> await(Map<String, Long> revisions, Progress progress) throws InterruptedException {
        Deque<String> pending = new ArrayDeque<>(revisions.keySet());
        Instant deadline = Instant.now().plus(patience);
        while (!pending.isEmpty() && Instant.now().isBefore(deadline)) {
            boolean all = true;
            for (int i = Math.min(ROUND, pending.size()); i > 0; i--) {
                String id = pending.remove();
                if (isVisible(id, revisions.get(id))) {
                    progress.step();
                    deadline = Instant.now().plus(patience);
                } else {
                    pending.add(id);
                    all = false;
                }
            }
            if (!all) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return List.copyOf(pending);
    }

    private boolean isVisible(String id, long revision) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url + "/api/v1/articles/" + PublicationPath.of(id)))
                .timeout(TIMEOUT)
                .header("Accept", "application/json");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == GONE) {
                // Withdrawn meanwhile, for example because the work became known under a better id.
                return true;
            }
            if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "query-service refuses to say what is visible ("
                                + Json.MAPPER
                                        .readTree(answer.body())
                                        .path("detail")
                                        .asText()
                                + "); the articles are sent. Give a key with --key or CITESTREAM_KEY to wait for them.");
            }
            if (answer.statusCode() != OK) {
                return false;
            }
            var state = Json.MAPPER.readValue(answer.body(), ArticleState.class);
            return state.revision() > revision || (state.revision() == revision && state.complete());
        } catch (IOException e) {
            // The service is unavailable; it is restarted, or the wait ends.
            return false;
        }
    }
}
