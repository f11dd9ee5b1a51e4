package org.citestream.cli.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.feed.FoundFile.Article;
import org.citestream.cli.feed.Outcome.Accepted;
import org.citestream.cli.feed.Outcome.Rejected;

/**
 * Sends articles to ingest-service. While it is away (killed, starting, too busy) the same article is sent again: it was
 * taken whole or not at all, and a second time changes nothing. Safe for use by several threads.
 */
final class IngestClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 500;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String url;
    private final Optional<String> key;
    private final Duration patience;

    /**
     * @param url of ingest-service
     * @param key for {@code Authorization: Bearer}
     * @param patience how long the service may be away before the feed is given up
     */
    IngestClient(String url, Optional<String> key, Duration patience) {
        this.url = url;
        this.key = key;
        this.patience = patience;
    }

    Outcome send(Article article) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            String trouble;
            try {
                HttpResponse<String> answer = client.send(request(article), BodyHandlers.ofString());
                if (!AWAY.contains(answer.statusCode())) {
                    return outcome(article, answer);
                }
                trouble = "it answers " + answer.statusCode();
            } catch (IOException e) {
                trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "ingest-service at " + url + " has been away for " + patience.toSeconds() + " s (" + trouble
                                + "); see deploy/citestream status. The same command goes on where this one ended.");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private HttpRequest request(Article article) {
        var request = HttpRequest.newBuilder(URI.create(url + "/articles"))
                .timeout(ANSWER)
                .header("Content-Type", "application/xml")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofByteArray(article.xml()));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Outcome outcome(Article article, HttpResponse<String> answer) {
        int status = answer.statusCode();
        try {
            if (status >= OK && status < MULTIPLE_CHOICES) {
                return Json.MAPPER.readValue(answer.body(), Accepted.class);
            }
            JsonNode problem = Json.MAPPER.readTree(answer.body());
            if (NOT_ALLOWED.contains(status)) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "ingest-service refuses the write (" + status + " " + text(problem)
                                + "); give a key of scope ingest with --key or CITESTREAM_KEY.");
            }
            return new Rejected(new Rejection(
                    article.file(), status + " " + text(problem), number(problem, "line"), number(problem, "column")));
        } catch (JsonProcessingException e) {
            return new Rejected(Rejection.of(
                    article.file(), status + " with an answer that is not JSON: " + e.getOriginalMessage()));
        }
    }

    private static String text(JsonNode problem) {
        String title = problem.path("title").asText("");
        String detail = problem.path("detail").asText("");
        if (title.isEmpty() || detail.isEmpty()) {
            return title + detail;
        }
        return title + ": " + detail;
    }

    private static Optional<Integer> number(JsonNode problem, String field) {
        return problem.path(field).isInt() ? Optional.of(problem.path(field).asInt()) : Optional.empty();
    }
}
