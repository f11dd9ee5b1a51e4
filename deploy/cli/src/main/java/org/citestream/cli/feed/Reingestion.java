package org.citestream.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;

/** Has ingest-service re-ingest articles one after the other. Not thread-safe. */
public final class Reingestion {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int EVERY = 100;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String query;
    private final String ingest;
    private final Optional<String> key;
    private final boolean force;
    private final List<String> failed = new ArrayList<>();
    private int read;
    private int unchanged;

    /**
     * @param query address of query-service, which knows the articles
     * @param ingest address of ingest-service, which reads them
     * @param force whether to read what the same extractor has read before
     */
    public Reingestion(String query, String ingest, Optional<String> key, boolean force) {
        this.query = query;
        this.ingest = ingest;
        this.key = key;
        this.force = force;
    }

    /**
     * The result.
     *
     * @param read again, with a new revision
     * @param unchanged left as they were: this extractor has read them before
     * @param failed ids with reasons
     */
    public record ReingestTotals(int read, int unchanged, List<String> failed) {

        public ReingestTotals {
            failed = List.copyOf(failed);
        }

        @Override
        public String toString() {
            String sum = "%d re-ingested, %d unchanged, %d failed".formatted(read, unchanged, failed.size());
            return failed.isEmpty() ? sum : sum + "\n" + String.join("\n", failed);
        }
    }

    /** Of these articles. */
    public ReingestTotals of(List<String> ids) throws InterruptedException {
        for (String id : ids) {
            one(id);
        }
        return new ReingestTotals(read, unchanged, failed);
    }

    /** Of every article that is not withdrawn. */
    public ReingestTotals all() throws InterruptedException {
        String after = "";
        while (after != null) {
            JsonNode page = page(after);
            List<String> ids = new ArrayList<>();
            page.path("articles").forEach(article -> ids.add(article.path("id").asText()));
            of(ids);
            after = page.path("next").asText(null);
        }
        return new ReingestTotals(read, unchanged, failed);
    }

    private JsonNode page(String after) throws InterruptedException {
        URI uri = URI.create(
                query + "/api/v1/ops/articles/all?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER);
            key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                return Json.MAPPER.readTree(answer.body());
            }
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "query-service at " + query + " does not list articles: it answers " + answer.statusCode() + ".");
        } catch (IOException away) {
            throw new CliException(ExitCode.NOT_RUNNING, "query-service at " + query + " does not answer: " + away);
        }
    }

    private void one(String id) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("%s/articles/%s/reingest?force=%s".formatted(ingest, PublicationPath.of(id), force)))
                .timeout(ANSWER)
                .POST(BodyPublishers.noBody());
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new CliException(
                        ExitCode.NOT_RUNNING,
                        "ingest-service refuses the write ("
                                + body.path("detail").asText()
                                + "); give a key of scope ingest with --key or CITESTREAM_KEY.");
            }
            if (answer.statusCode() < OK || answer.statusCode() >= MULTIPLE_CHOICES) {
                failed.add(id + ": " + answer.statusCode() + " "
                        + body.path("detail").asText());
            } else if (body.path("unchanged").asBoolean()) {
                unchanged++;
            } else {
                read++;
            }
        } catch (IOException broken) {
            failed.add(id + ": " + broken);
        }
        int done = read + unchanged + failed.size();
        if (done % EVERY == 0) {
            System.err.println(CliException.PREFIX + done + " articles asked for");
        }
    }
}
