package org.citestream.cli.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;
import org.citestream.cli.feed.Outcome.Accepted;
import org.citestream.cli.feed.Outcome.Rejected;

/**
 * Sends files to ingest-service, which takes them apart and answers a line per article. While it is away (killed, starting,
 * too busy) the same file is sent again: an article was taken whole or not at all, and a second time changes nothing. Safe
 * for use by several threads.
 */
final class IngestClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 500;

    private static final int OK = 200;
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final Set<String> PASSING =
            Set.of("broker-away", "database-away", "remote-away", "busy", "disk-full");

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

    /** Sends one file to its end and hands on what became of each article in it, once, in the file's order. */
    void send(Path file, Consumer<Outcome> taker) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        var answer = new Answer(file, taker);
        while (!answer.complete) {
            int before = answer.told;
            String trouble;
            try {
                trouble = attempt(file, answer);
            } catch (FileNotFoundException gone) {
                taker.accept(new Rejected(Rejection.of(file.toString(), "cannot be read: " + gone.getMessage())));
                return;
            } catch (IOException e) {
                trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (UncheckedIOException e) {
                trouble = e.getCause().getMessage();
            }
            if (answer.complete) {
                return;
            }
            if (answer.told > before) {
                deadline = Instant.now().plus(patience);
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

    /** Returns what is in the way where the answer is not complete. */
    private String attempt(Path file, Answer answer) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = client.send(request(file), BodyHandlers.ofLines());
        int status = response.statusCode();
        try (Stream<String> lines = response.body()) {
            if (status == OK) {
                return answer.read(lines.iterator());
            }
            if (AWAY.contains(status)) {
                return "it answers " + status;
            }
            answer.refuse(status, lines.collect(Collectors.joining("\n")));
            return "";
        }
    }

    private HttpRequest request(Path file) throws FileNotFoundException {
        String name = URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(url + "/articles/archive?file=" + name))
                .timeout(ANSWER)
                .header("Content-Type", "application/octet-stream")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .POST(BodyPublishers.ofFile(file));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /** What is known of one file, over as many attempts as it takes. */
    private static final class Answer {

        private final String file;
        private final Consumer<Outcome> taker;
        private int told;
        private boolean complete;

        Answer(Path file, Consumer<Outcome> taker) {
            this.file = file.toString();
            this.taker = taker;
        }

        String read(Iterator<String> lines) {
            for (int place = 0; lines.hasNext(); place++) {
                String line = lines.next();
                try {
                    JsonNode said = Json.MAPPER.readTree(line);
                    String reason = said.path("failed").path("reason").asText("");
                    if (PASSING.contains(reason)) {
                        return said.path("failed").path("detail").asText(reason);
                    }
                    if (place >= told) {
                        told++;
                        taker.accept(outcome(said));
                    }
                } catch (JsonProcessingException e) {
                    throw new CliException(
                            ExitCode.NOT_RUNNING, "ingest-service answers with a line that is not JSON: " + line, e);
                }
            }
            complete = true;
            return "";
        }

        private Outcome outcome(JsonNode said) throws JsonProcessingException {
            if (said.has("publication")) {
                return Json.MAPPER.treeToValue(said, Accepted.class);
            }
            JsonNode why = said.has("rejected") ? said.path("rejected") : said.path("failed");
            return new Rejected(new Rejection(
                    name(said.path("file").asText("")),
                    why.path("reason").asText() + ": " + why.path("detail").asText(),
                    number(why, "line"),
                    number(why, "column")));
        }

        /** A member of an archive is {@code ARCHIVE!member}. */
        private String name(String article) {
            return article.startsWith(file) ? article : file + "!" + article;
        }

        void refuse(int status, String body) {
            JsonNode problem;
            try {
                problem = Json.MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                complete = true;
                taker.accept(new Rejected(
                        Rejection.of(file, status + " with an answer that is not JSON: " + e.getOriginalMessage())));
                return;
            }
            if (NOT_ALLOWED.contains(status)) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "ingest-service refuses the write (" + status + " " + text(problem)
                                + "); give a key of scope ingest with --key or CITESTREAM_KEY.");
            }
            complete = true;
            taker.accept(new Rejected(new Rejection(
                    file, status + " " + text(problem), number(problem, "line"), number(problem, "column"))));
        }

        private static String text(JsonNode problem) {
            String title = problem.path("title").asText("");
            String detail = problem.path("detail").asText("");
            if (title.isEmpty() || detail.isEmpty()) {
                return title + detail;
            }
            return title + ": " + detail;
        }

        private static Optional<Integer> number(JsonNode node, String field) {
            return node.path(field).isInt() ? Optional.of(node.path(field).asInt()) : Optional.empty();
        }
    }
}
