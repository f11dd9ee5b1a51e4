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
import java.util.stream.Collectors;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;

/** Asks query-service, article by article, whether all statements of a revision are in the views. */
final class Visibility {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 200;
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
     * Waits for all of them. They become complete about in the order of their revisions: while the oldest is not, others are
     * hardly worth a question, which the service answers with the processor that completes them.
     *
     * @param revisions the revision to wait for, or a later one, by publication id
     * @return ids that were not complete when none had become so for the whole patience
     */
    List<String> await(Map<String, Long> revisions, Progress progress) throws InterruptedException {
        Deque<String> pending = revisions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayDeque::new));
        Instant deadline = Instant.now().plus(patience);
        int before = pending.size();
        while (!pending.isEmpty() && Instant.now().isBefore(deadline)) {
            String oldest = removeVisible(pending, revisions, progress);
            if (oldest != null) {
                // It may never be: the others are gone through as well, one after the other.
                String other = removeVisible(pending, revisions, progress);
                if (other != null) {
                    pending.addLast(other);
                }
                pending.addFirst(oldest);
                Thread.sleep(PAUSE_MILLIS);
            }
            if (pending.size() < before) {
                before = pending.size();
                deadline = Instant.now().plus(patience);
            }
        }
        return List.copyOf(pending);
    }

    /** Takes out the first ones that are complete and the one behind them, which is not; null if there is none. */
    private String removeVisible(Deque<String> pending, Map<String, Long> revisions, Progress progress)
            throws InterruptedException {
        for (String id = pending.poll(); id != null; id = pending.poll()) {
            if (!isVisible(id, revisions.get(id))) {
                return id;
            }
            progress.step();
        }
        return null;
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
